package io.quantloom.app.wiring;

import io.quantloom.engine.tour.ReadChecklist;

/** The use cases of the first run. */
public record TourFeatures(ReadChecklist readChecklist) {}
