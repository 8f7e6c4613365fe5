package io.quantloom.engine.market;

import java.util.Map;
import java.util.TreeMap;

/**
 * Stored funding with imported rates laid over it: a time that is in both has the imported rate. Immutable.
 *
 * @param funding all rates
 * @param inserted imported rates at new times
 * @param revised imported rates that differ from the stored one
 * @param duplicates imported rates that were stored already
 */
record FundingMerge(FundingRates funding, int inserted, int revised, int duplicates) {

    /** Merges two fundings of one perpetual. */
    static FundingMerge of(FundingRates stored, FundingRates imported) {
        Map<Long, Double> rates = new TreeMap<>();
        for (int i = 0; i < stored.size(); i++) {
            rates.put(stored.time(i), stored.rate(i));
        }
        int revised = 0;
        int duplicates = 0;
        for (int i = 0; i < imported.size(); i++) {
            Double before = rates.put(imported.time(i), imported.rate(i));
            if (before != null && before == imported.rate(i)) {
                duplicates++;
            } else if (before != null) {
                revised++;
            }
        }
        FundingRates all = FundingRates.of(
                imported.symbol(),
                rates.keySet().stream().mapToLong(Long::longValue).toArray(),
                rates.values().stream().mapToDouble(Double::doubleValue).toArray());
        return new FundingMerge(all, imported.size() - revised - duplicates, revised, duplicates);
    }
}
