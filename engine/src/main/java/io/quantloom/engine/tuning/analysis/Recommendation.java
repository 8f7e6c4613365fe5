package io.quantloom.engine.tuning.analysis;

import io.quantloom.engine.tuning.SearchSpace;
import io.quantloom.engine.tuning.Trial;
import io.quantloom.engine.tuning.Trial.State;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What to take from a study: the center of the best plateau, beside the trial with the highest value, which is the luckiest
 * as well. Immutable.
 *
 * <p>A trial's neighborhood is the mean of the values of all trials, weighted by {@code exp(−d²/2h²)} with their distance d
 * in the {@link UnitCube}, and of the mean of all of them with the weight 1: a trial with few others near it, as one far off
 * or at the edge of a plateau, is thought to be more like the average. The bandwidth h is the median, over trials, of the
 * distance to the ⌈√n⌉-th nearest other, so that a lucky value does not outweigh those around it. Pruned trials count with what they reported last; the plateau's center is a
 * complete one. But for the last term this is the regression of Nadaraya (1964) and Watson (1964).
 *
 * @param luckiest the complete trial with the highest value, of equal ones the first
 * @param plateau the complete trial with the highest neighborhood, of equal ones that with the higher value
 * @param neighborhoods by number of each complete or pruned trial
 */
public record Recommendation(Trial luckiest, Trial plateau, SortedMap<Integer, Double> neighborhoods) {

    /** Copies the map. */
    public Recommendation {
        neighborhoods = Collections.unmodifiableSortedMap(new TreeMap<>(neighborhoods));
    }

    /** Returns the neighborhood of a trial; NaN for one that has none. */
    public double neighborhood(Trial trial) {
        return neighborhoods.getOrDefault(trial.number(), Double.NaN);
    }

    /** Returns the recommendation from trials; empty when none is complete. */
    public static Optional<Recommendation> of(SearchSpace space, List<Trial> trials) {
        List<Trial> known = trials.stream()
                .filter(trial -> Double.isFinite(trial.standing().orElse(Double.NaN)))
                .sorted(Comparator.comparingInt(Trial::number))
                .toList();
        double[] neighborhoods = neighborhoods(UnitCube.of(space), known);
        var byNumber = new TreeMap<Integer, Double>();
        for (int i = 0; i < neighborhoods.length; i++) {
            byNumber.put(known.get(i).number(), neighborhoods[i]);
        }
        Comparator<Trial> byValue = Comparator.<Trial>comparingDouble(
                        trial -> trial.standing().orElseThrow())
                .thenComparing(Comparator.comparingInt(Trial::number).reversed());
        Comparator<Trial> byNeighborhood = Comparator.<Trial>comparingDouble(
                        trial -> byNumber.getOrDefault(trial.number(), Double.NEGATIVE_INFINITY))
                .thenComparing(byValue);
        List<Trial> complete =
                known.stream().filter(trial -> trial.state() == State.COMPLETE).toList();
        return complete.stream()
                .max(byValue)
                .map(luckiest -> new Recommendation(
                        luckiest, complete.stream().max(byNeighborhood).orElse(luckiest), byNumber));
    }

    private static double[] neighborhoods(UnitCube cube, List<Trial> trials) {
        int count = trials.size();
        double[][] places =
                trials.stream().map(trial -> cube.place(trial.parameters())).toArray(double[][]::new);
        double[] values = trials.stream()
                .mapToDouble(trial -> trial.standing().orElseThrow())
                .toArray();
        double mean = Arrays.stream(values).average().orElse(Double.NaN);
        var distances = new double[count][count];
        for (int i = 0; i < count; i++) {
            for (int j = 0; j < count; j++) {
                distances[i][j] = cube.distance(places[i], places[j]);
            }
        }
        double bandwidth = bandwidth(distances);
        var neighborhoods = new double[count];
        for (int i = 0; i < count; i++) {
            double weights = 1;
            double sum = mean;
            for (int j = 0; j < count; j++) {
                double share = distances[i][j] / bandwidth;
                double weight = distances[i][j] == 0 ? 1 : Math.exp(-share * share / 2);
                weights += weight;
                sum += weight * values[j];
            }
            neighborhoods[i] = sum / weights;
        }
        return neighborhoods;
    }

    private static double bandwidth(double[][] distances) {
        int count = distances.length;
        int neighbor = (int) Math.ceil(Math.sqrt(count));
        double[] reaches = Arrays.stream(distances)
                .mapToDouble(row -> {
                    double[] ascending = row.clone();
                    Arrays.sort(ascending);
                    // The nearest is the trial itself.
                    return ascending[Math.min(neighbor, count - 1)];
                })
                .sorted()
                .toArray();
        return count == 0 ? 0 : reaches[count / 2];
    }
}
