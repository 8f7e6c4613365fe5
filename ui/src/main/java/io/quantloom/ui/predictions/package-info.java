/**
 * The Predictions screen: {@link io.quantloom.ui.predictions.PredictionsViewModel} shows what each trend model in service
 * said last and asks all of them again. Uses {@code chart} and the parts of the shell; knows no other screen.
 */
@NullMarked
package io.quantloom.ui.predictions;

import org.jspecify.annotations.NullMarked;
