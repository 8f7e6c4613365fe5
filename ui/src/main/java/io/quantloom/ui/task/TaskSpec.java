package io.quantloom.ui.task;

/**
 * What a piece of work is called and how it is treated. Immutable.
 *
 * @param title for people, for example {@code "Import btc.csv"}
 * @param lane which queue it waits in
 * @param isNotable whether its end is told by a notification; reads of a screen show theirs in place
 * @param origin id of the page that started it, which needs no toast while it is open; empty for none
 */
public record TaskSpec(String title, TaskLane lane, boolean isNotable, String origin) {

    /** Returns the specification of a read that a screen waits for. */
    public static TaskSpec read(String title) {
        return new TaskSpec(title, TaskLane.READING, false, "");
    }

    /** Returns the specification of a calculation whose end is worth a notification. */
    public static TaskSpec job(String title) {
        return new TaskSpec(title, TaskLane.COMPUTING, true, "");
    }

    /** Returns the specification of training whose end is worth a notification. */
    public static TaskSpec training(String title) {
        return new TaskSpec(title, TaskLane.TRAINING, true, "");
    }

    /** Returns this specification with the page that started the work. */
    public TaskSpec from(String page) {
        return new TaskSpec(title, lane, isNotable, page);
    }
}
