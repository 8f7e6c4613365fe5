package io.quantloom.app.cli;

import io.quantloom.app.cli.session.Reply;
import io.quantloom.app.wiring.Application;
import io.quantloom.engine.base.JobContext;
import io.quantloom.engine.base.Outcome;

/** What {@code quantloom} without a command does. */
@FunctionalInterface
interface DesktopEntry {

    /** Shows the desktop on the workspace and returns when it was closed. */
    Outcome<Reply> show(Application application, JobContext context);
}
