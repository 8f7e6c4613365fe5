/** Commands behind the gate: the registry of models, paper bots and their replays. */
@NullMarked
package io.quantloom.app.cli.command.trading;

import org.jspecify.annotations.NullMarked;
