/**
 * One answer of a model, feature by feature, as bars: {@link io.quantloom.ui.explanation.Waterfalls}, in one place for the
 * model card and for predictions. Uses {@code chart.figure}, {@code format} and {@code text}; no toolkit.
 */
@NullMarked
package io.quantloom.ui.explanation;

import org.jspecify.annotations.NullMarked;
