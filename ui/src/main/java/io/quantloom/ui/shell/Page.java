package io.quantloom.ui.shell;

import io.quantloom.ui.text.Texts;

/** The pages there are, in lifecycle order, as on the rail; the n-th is opened by Ctrl and n. */
public enum Page {
    /** Where things stand and what to do next. */
    HOME("home", "home"),
    /** Instruments, bars, quality. */
    DATA("data", "database"),
    /** Runs and their comparison. */
    EXPERIMENTS("experiments", "git-branch"),
    /** Models, versions, gates. */
    REGISTRY("registry", "package"),
    /** One backtest with its trades. */
    BACKTESTS("backtests", "bar-chart-2"),
    /** Paper bots. */
    PAPER("paper", "play-circle");

    private final String id;
    private final String icon;

    Page(String id, String icon) {
        this.id = id;
        this.icon = icon;
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
