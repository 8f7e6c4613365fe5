/** Commands about the workspace as a whole: its facts, the doctor, the demo, and the service that answers beside it. */
@NullMarked
package io.quantloom.app.cli.command.workspace;

import org.jspecify.annotations.NullMarked;
