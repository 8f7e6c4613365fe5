package io.quantloom.ui.shell;

import io.quantloom.ui.text.Texts;

/** The pages there are, in lifecycle order, as on the rail; the n-th is opened by Ctrl and n. */
public enum Page {
    /** Where things stand and what to do next. */
    HOME(1, "home", "home"),
    /** Instruments, bars, quality. */
    DATA(2, "data", "database"),
    /** Runs and their comparison. */
    EXPERIMENTS(3, "experiments", "git-branch"),
    /** Models, versions, gates. */
    REGISTRY(4, "registry", "package"),
    /** One backtest with its trades. */
    BACKTESTS(5, "backtests", "bar-chart-2"),
    /** Paper bots. */
    PAPER(6, "paper", "play-circle");

    private final int number;
    private final String id;
    private final String icon;

    Page(int number, String id, String icon) {
        this.number = number;
        this.id = id;
        this.icon = icon;
    }

    /** {@return its place on the rail, from 1: the key that opens it with Ctrl} */
    public int number() {
        return number;
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
