package io.quantloom.ui.shell;

import io.quantloom.engine.experiment.RunId;
import io.quantloom.engine.market.SeriesKey;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Where to go: a page, and the object on it when there is one. Immutable. */
public sealed interface Destination {

    /** {@return the page} */
    Page page();

    /** The Home page. */
    record Home() implements Destination {
        @Override
        public Page page() {
            return Page.HOME;
        }
    }

    /**
     * The Data page.
     *
     * @param series to show; empty: the last one
     */
    record Data(Optional<SeriesKey> series) implements Destination {
        @Override
        public Page page() {
            return Page.DATA;
        }
    }

    /**
     * The Experiments page.
     *
     * @param runs to select and compare; empty: as it was left
     */
    record Experiments(List<RunId> runs) implements Destination {

        /** Copies the list. */
        public Experiments {
            runs = List.copyOf(runs);
        }

        @Override
        public Page page() {
            return Page.EXPERIMENTS;
        }
    }

    /**
     * The Registry page.
     *
     * @param model to show; empty: the last one
     * @param version of it; empty: its newest
     */
    record Registry(Optional<String> model, OptionalInt version) implements Destination {
        @Override
        public Page page() {
            return Page.REGISTRY;
        }
    }

    /**
     * The Backtests page.
     *
     * @param run to show; empty: the last one
     */
    record Backtests(Optional<RunId> run) implements Destination {
        @Override
        public Page page() {
            return Page.BACKTESTS;
        }
    }

    /**
     * The Paper page.
     *
     * @param bot to show; empty: the last one
     */
    record Paper(Optional<String> bot) implements Destination {
        @Override
        public Page page() {
            return Page.PAPER;
        }
    }

    /** The Features page. */
    record Features() implements Destination {
        @Override
        public Page page() {
            return Page.FEATURES;
        }
    }

    /**
     * The Factory page.
     *
     * @param run to show; empty: the last one
     */
    record Factory(Optional<RunId> run) implements Destination {
        @Override
        public Page page() {
            return Page.FACTORY;
        }
    }

    /**
     * The Factory page with a configuration that waits for a person to run it.
     *
     * @param name for people
     * @param text of the configuration
     */
    record FactoryDraft(String name, String text) implements Destination {
        @Override
        public Page page() {
            return Page.FACTORY;
        }
    }

    /**
     * The Studies page.
     *
     * @param study to show; empty: the last one
     */
    record Studies(Optional<String> study) implements Destination {
        @Override
        public Page page() {
            return Page.STUDIES;
        }
    }

    /** The Predictions page. */
    record Predictions() implements Destination {
        @Override
        public Page page() {
            return Page.PREDICTIONS;
        }
    }

    /** Returns the page without a particular object. */
    static Destination of(Page page) {
        return switch (page) {
            case HOME -> new Home();
            case DATA -> new Data(Optional.empty());
            case FEATURES -> new Features();
            case FACTORY -> new Factory(Optional.empty());
            case STUDIES -> new Studies(Optional.empty());
            case EXPERIMENTS -> new Experiments(List.of());
            case REGISTRY -> new Registry(Optional.empty(), OptionalInt.empty());
            case BACKTESTS -> new Backtests(Optional.empty());
            case PAPER -> new Paper(Optional.empty());
            case PREDICTIONS -> new Predictions();
        };
    }
}
