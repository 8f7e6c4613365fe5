/** Commands about prices: import, list, change, export. */
@NullMarked
package io.quantloom.app.cli.command.data;

import org.jspecify.annotations.NullMarked;
