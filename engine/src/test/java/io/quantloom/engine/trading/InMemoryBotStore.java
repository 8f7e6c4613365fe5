package io.quantloom.engine.trading;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** The twin of the store: same contract, no disk. Safe for use by several threads. */
public final class InMemoryBotStore implements BotStore {

    private final TreeMap<String, BotRecord> bots = new TreeMap<>();
    private final TreeMap<String, List<BotStep>> steps = new TreeMap<>();

    @Override
    public synchronized List<BotRecord> bots() {
        return List.copyOf(bots.values());
    }

    @Override
    public synchronized Optional<BotRecord> bot(String name) {
        return Optional.ofNullable(bots.get(name));
    }

    @Override
    public synchronized void save(BotRecord bot) {
        bots.put(bot.spec().name(), bot);
        steps.computeIfAbsent(bot.spec().name(), _ -> new ArrayList<>());
    }

    @Override
    public synchronized void begin(BotRecord bot) {
        bots.put(bot.spec().name(), bot);
        steps.put(bot.spec().name(), new ArrayList<>());
    }

    @Override
    public synchronized void append(BotStep step) {
        List<BotStep> session = steps.get(step.bot());
        if (session == null) {
            throw new IllegalArgumentException("there is no bot " + step.bot());
        }
        if (step.sequence() != session.size()) {
            throw new IllegalArgumentException(
                    "the next step of " + step.bot() + " is " + session.size() + ", was " + step.sequence());
        }
        session.add(step);
    }

    @Override
    public synchronized List<BotStep> steps(String bot, long fromSequence) {
        List<BotStep> session = steps.getOrDefault(bot, List.of());
        if (fromSequence >= session.size()) {
            return List.of();
        }
        return List.copyOf(session.subList((int) Math.max(0, fromSequence), session.size()));
    }

    @Override
    public synchronized long stepCount(String bot) {
        return steps.getOrDefault(bot, List.of()).size();
    }
}
