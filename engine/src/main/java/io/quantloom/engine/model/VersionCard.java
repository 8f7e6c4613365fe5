package io.quantloom.engine.model;

import io.quantloom.engine.base.Sha256;
import io.quantloom.engine.market.SeriesKey;
import java.util.SortedMap;

/** How a registered version was made: a model's, or a strategy's without a model. Immutable. */
public sealed interface VersionCard permits ModelCard, StrategyCard {

    /** {@return the bars it was trained or tried on} */
    SeriesKey series();

    /** {@return content hash of those bars} */
    Sha256 dataHash();

    /** {@return hash of the version's file: the model, or the specification} */
    Sha256 fileHash();

    /** {@return the seed it was made with} */
    long seed();

    /** {@return versions of product, JDK, operating system and library} */
    SortedMap<String, String> runtime();
}
