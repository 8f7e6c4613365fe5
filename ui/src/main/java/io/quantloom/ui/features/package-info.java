/**
 * The Features screen: {@link io.quantloom.ui.features.FeaturesViewModel} describes the columns of a feature set on a stored
 * series and checks them for knowledge of the future, {@link io.quantloom.ui.features.LabelsViewModel} does the same for
 * labels. Uses {@code chart} and the parts of the shell; knows no other screen.
 */
@NullMarked
package io.quantloom.ui.features;

import org.jspecify.annotations.NullMarked;
