/**
 * What followed each event of a series. A {@link io.quantloom.engine.dataset.label.LabelDefinition} of four kinds, read by
 * {@link io.quantloom.engine.dataset.label.LabelReader}, gives {@link io.quantloom.engine.dataset.label.Labels};
 * {@link io.quantloom.engine.dataset.label.AverageUniqueness} says how much they overlap and
 * {@link io.quantloom.engine.dataset.label.LabelSanity} whether they can be learned from at all. Labels read the future up
 * to their end; nothing that makes features may use this package. Uses {@code indicator}, {@code market},
 * {@code document}, {@code base}.
 */
@NullMarked
package io.quantloom.engine.dataset.label;

import org.jspecify.annotations.NullMarked;
