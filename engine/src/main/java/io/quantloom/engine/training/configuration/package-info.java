/** What a factory configuration says: its file, read strictly, and what came of reading it. Knows no runs. */
@NullMarked
package io.quantloom.engine.training.configuration;

import org.jspecify.annotations.NullMarked;
