/**
 * The folder everything lives in: {@link io.quantloom.engine.workspace.WorkspaceReport} tells what is there.
 */
@NullMarked
package io.quantloom.engine.workspace;

import org.jspecify.annotations.NullMarked;
