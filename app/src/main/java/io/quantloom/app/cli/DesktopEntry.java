package io.quantloom.app.cli;

import io.quantloom.app.cli.session.CommandSession;
import io.quantloom.app.cli.session.Reply;
import io.quantloom.app.wiring.Application;
import io.quantloom.engine.base.JobContext;
import io.quantloom.engine.base.Outcome;

/** What {@code quantloom} without a command does, and the hidden {@code walk}. */
interface DesktopEntry {

    /** Shows the desktop on the workspace and returns when it was closed; without a display, walks through it. */
    Outcome<Reply> show(CommandSession session, Application application, JobContext context);

    /**
     * Takes the first-run steps and keeps a picture of every page.
     *
     * @param screensOnly whether only the pages are opened, on the sample market
     */
    Outcome<Reply> walk(CommandSession session, Application application, boolean screensOnly, JobContext context);
}
