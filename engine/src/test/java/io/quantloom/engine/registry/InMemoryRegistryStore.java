package io.quantloom.engine.registry;

import io.quantloom.engine.base.Failure;
import io.quantloom.engine.base.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.function.IntFunction;

/** The twin of the store: same contract, no disk. Safe for use by several threads. */
public final class InMemoryRegistryStore implements RegistryStore {

    private final TreeMap<String, Line> lines = new TreeMap<>();

    @Override
    public synchronized List<RegisteredModel> models() {
        return lines.values().stream().map(Line::model).toList();
    }

    @Override
    public synchronized Optional<RegisteredModel> model(String name) {
        return Optional.ofNullable(lines.get(name)).map(Line::model);
    }

    @Override
    public synchronized List<ModelVersion> versions(String model) {
        Line line = lines.get(model);
        return line == null ? List.of() : List.copyOf(line.versions.reversed());
    }

    @Override
    public synchronized Optional<ModelVersion> version(String model, int version) {
        return versions(model).stream()
                .filter(candidate -> candidate.version() == version)
                .findFirst();
    }

    @Override
    public synchronized ModelVersion register(String model, IntFunction<ModelVersion> make) {
        Line line = lines.getOrDefault(model, new Line());
        int number = line.versions.size() + 1;
        ModelVersion version = make.apply(number);
        if (!version.model().equals(model) || version.version() != number) {
            throw new IllegalArgumentException("expected version " + number + " of " + model + ", found version "
                    + version.version() + " of " + version.model());
        }
        line.versions.add(version);
        lines.put(model, line);
        return version;
    }

    @Override
    public synchronized Outcome<Transition> apply(Transition transition, Map<String, OptionalInt> moves) {
        RegistryMoves.check(transition, moves);
        Line line = lines.get(transition.model());
        if (line == null) {
            return Outcome.failed(RegistryMoves.unknown(transition.model()));
        }
        for (OptionalInt to : moves.values()) {
            if (to.isPresent() && to.getAsInt() > line.versions.size()) {
                return Outcome.failed(RegistryMoves.unknown(transition.model() + " version " + to.getAsInt()));
            }
        }
        Optional<Failure> conflict = RegistryMoves.conflict(line.model(), transition, moves);
        if (conflict.isPresent()) {
            return Outcome.failed(conflict.get());
        }
        moves.forEach((alias, to) -> {
            if (to.isPresent()) {
                line.aliases.put(alias, to.getAsInt());
            } else {
                line.aliases.remove(alias);
            }
        });
        line.history.add(transition);
        return Outcome.success(transition);
    }

    @Override
    public synchronized List<Transition> history(String model) {
        Line line = lines.get(model);
        return line == null ? List.of() : List.copyOf(line.history.reversed());
    }

    private static final class Line {
        private final List<ModelVersion> versions = new ArrayList<>();
        private final List<Transition> history = new ArrayList<>();
        private final TreeMap<String, Integer> aliases = new TreeMap<>();

        RegisteredModel model() {
            ModelVersion first = versions.getFirst();
            return new RegisteredModel(first.model(), first.created(), versions.size(), aliases);
        }
    }
}
