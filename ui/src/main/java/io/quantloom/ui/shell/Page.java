package io.quantloom.ui.shell;

import io.quantloom.ui.text.Texts;

/** The pages there are, in lifecycle order, as on the rail; the n-th is opened by Ctrl and n, the tenth by Ctrl and 0. */
public enum Page {
    /** Where things stand and what to do next. */
    HOME(1, "home", "home"),
    /** Instruments, bars, quality. */
    DATA(2, "data", "database"),
    /** What models see of prices, and what they are asked to tell. */
    FEATURES(3, "features", "layers"),
    /** Training runs, stage by stage. */
    FACTORY(4, "factory", "cpu"),
    /** Searches for settings, trial by trial. */
    STUDIES(5, "studies", "target"),
    /** Runs and their comparison. */
    EXPERIMENTS(6, "experiments", "git-branch"),
    /** Models, versions, gates. */
    REGISTRY(7, "registry", "package"),
    /** One backtest with its trades. */
    BACKTESTS(8, "backtests", "bar-chart-2"),
    /** Paper bots. */
    PAPER(9, "paper", "play-circle"),
    /** What the models say now. */
    PREDICTIONS(10, "predictions", "compass");

    private final int number;
    private final String id;
    private final String icon;

    Page(int number, String id, String icon) {
        this.number = number;
        this.id = id;
        this.icon = icon;
    }

    /** {@return the digit that opens it with Ctrl} */
    public int digit() {
        return number % 10;
    }

    /** {@return the name in ids of nodes, files and tasks} */
    public String id() {
        return id;
    }

    /** {@return the Feather name of its icon} */
    public String icon() {
        return icon;
    }

    /** {@return the name for people} */
    public String title() {
        return Texts.of("shell").get("page." + id);
    }
}
