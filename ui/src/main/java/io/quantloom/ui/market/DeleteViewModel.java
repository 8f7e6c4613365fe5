package io.quantloom.ui.market;

import io.quantloom.engine.base.Outcome;
import io.quantloom.engine.experiment.RunQuery;
import io.quantloom.engine.experiment.RunStore;
import io.quantloom.engine.experiment.Tags;
import io.quantloom.engine.market.CatalogEntry;
import io.quantloom.engine.market.DeleteSeries;
import io.quantloom.ui.dialog.Dialogs;
import io.quantloom.ui.format.Formats;
import io.quantloom.ui.shell.Page;
import io.quantloom.ui.task.TaskRunner;
import io.quantloom.ui.task.TaskSpec;
import io.quantloom.ui.text.Texts;
import java.util.List;
import java.util.Optional;

/** Deletes a series after telling which runs used it. */
public final class DeleteViewModel {

    private static final int COUNTED_RUNS = 1000;

    private final DeleteSeries delete;
    private final RunStore runs;
    private final TaskRunner tasks;
    private final Dialogs dialogs;
    private final Texts texts = Texts.of("market");
    private Optional<CatalogEntry> chosen = Optional.empty();

    /** Takes the use case, where runs live, who runs work and who asks; starts nothing. */
    public DeleteViewModel(DeleteSeries delete, RunStore runs, TaskRunner tasks, Dialogs dialogs) {
        this.delete = delete;
        this.runs = runs;
        this.tasks = tasks;
        this.dialogs = dialogs;
    }

    /** Takes the series that would be deleted. */
    void choose(Optional<CatalogEntry> entry) {
        chosen = entry;
    }

    /** Asks whether to delete the chosen series, with the number of runs that used it, and deletes it. */
    public void ask() {
        chosen.ifPresent(entry -> tasks.<Integer>start(texts.get("delete.reading"), _ -> Outcome.success(users(entry)))
                .onEnd(outcome -> {
                    if (outcome instanceof Outcome.Success<Integer>(Integer users)) {
                        confirm(entry, users);
                    }
                }));
    }

    private int users(CatalogEntry entry) {
        RunQuery.Condition sameBars = new RunQuery.Condition(
                RunQuery.Field.TAG,
                Tags.DATA_HASH,
                RunQuery.Comparison.EQUAL,
                entry.hash().hex());
        RunQuery query = new RunQuery(List.of(), List.of(sameBars), Optional.empty(), Optional.empty(), COUNTED_RUNS);
        return runs.search(query).size();
    }

    private void confirm(CatalogEntry entry, int users) {
        String what = Formats.count(entry.rows(), "bar");
        String text = users == 0
                ? texts.get("delete.text.unused", what)
                : texts.get("delete.text", what, texts.get("delete.runs", Formats.count(users, "run")));
        dialogs.confirm(
                new Dialogs.Confirmation(texts.get("delete.title", entry.key()), text, texts.get("delete.verb"), true),
                () -> tasks.start(
                        TaskSpec.job(texts.get("delete.task", entry.key())).from(Page.DATA.id()),
                        _ -> delete.run(entry.key())));
    }
}
