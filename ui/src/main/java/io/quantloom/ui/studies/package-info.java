/**
 * The Studies screen: {@link io.quantloom.ui.studies.StudyListViewModel} finds studies,
 * {@link io.quantloom.ui.studies.StudyViewModel} opens one and holds the one filter and the one chosen trial that every
 * drawing follows. What the drawings show is made by pure functions over {@link io.quantloom.ui.studies.ShownStudy}. Uses
 * {@code chart}, {@code live} and the parts of the shell; knows no other screen.
 */
@NullMarked
package io.quantloom.ui.studies;

import org.jspecify.annotations.NullMarked;
