/**
 * What screens say: {@link io.quantloom.ui.text.Texts} reads one file of texts per feature,
 * {@link io.quantloom.ui.text.FailureTexts} turns an engine failure into words. Uses {@code assets} and
 * {@code engine.base}.
 */
@NullMarked
package io.quantloom.ui.text;

import org.jspecify.annotations.NullMarked;
