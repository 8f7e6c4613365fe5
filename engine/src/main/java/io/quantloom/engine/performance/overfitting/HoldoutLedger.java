package io.quantloom.engine.performance.overfitting;

import io.quantloom.engine.instrument.Symbol;
import java.util.List;

/** What is recorded of looks at holdouts. Safe for use by several threads. */
public interface HoldoutLedger {

    /**
     * Returns every look at the symbol's prices that is recorded, oldest first; a run that failed or was deleted after it
     * measured its holdout has looked too.
     */
    List<HoldoutLook> looks(Symbol symbol);
}
