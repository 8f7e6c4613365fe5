package io.quantloom.app.wiring;

import io.quantloom.engine.tour.ReadChecklist;
import io.quantloom.engine.tour.TakeTour;

/** The use cases of the first run. */
public record TourFeatures(ReadChecklist readChecklist, TakeTour takeTour) {}
