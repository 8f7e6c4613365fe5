package io.quantloom.ui.shell.window;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quantloom.engine.base.Failure;
import io.quantloom.engine.base.Outcome;
import io.quantloom.ui.control.Tone;
import io.quantloom.ui.shell.Destination;
import io.quantloom.ui.shell.Notice;
import io.quantloom.ui.shell.Page;
import io.quantloom.ui.shell.palette.Command;
import io.quantloom.ui.shell.palette.CommandRegistry;
import io.quantloom.ui.task.ExecutorTaskRunner;
import io.quantloom.ui.task.TaskSpec;
import io.quantloom.ui.theme.Theme;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ShellViewModelTest {

    private static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-11-20T14:00:00Z"));

    private final ExecutorTaskRunner tasks = ExecutorTaskRunner.direct();
    private final ShellViewModel viewModel = new ShellViewModel(tasks, CLOCK, () -> new ShellStatus("Sample", 2));
    private final List<Page> opened = new ArrayList<>();

    ShellViewModelTest() {
        viewModel.onOpen(destination -> opened.add(destination.page()));
    }

    private void open(Page... pages) {
        for (Page page : pages) {
            viewModel.open(Destination.of(page));
        }
        opened.clear();
    }

    @Test
    void goesBackAndForwardAsABrowserDoes() {
        open(Page.HOME, Page.DATA, Page.REGISTRY);

        viewModel.back();
        viewModel.back();
        viewModel.back();
        viewModel.forward();

        assertThat(opened).containsExactly(Page.DATA, Page.HOME, Page.DATA);
    }

    @Test
    void forgetsTheWayForwardWhenSomethingElseIsOpened() {
        open(Page.HOME, Page.DATA);
        viewModel.back();

        viewModel.open(Destination.of(Page.PAPER));
        opened.clear();
        viewModel.forward();

        assertThat(opened).isEmpty();
    }

    @Test
    void showsAnOpenPageAgainWhenItsObjectIsAskedForAgain() {
        Destination bot = new Destination.Paper(Optional.of("btc-paper"));

        viewModel.open(bot);
        viewModel.open(bot);

        assertThat(opened).containsExactly(Page.PAPER, Page.PAPER);
        viewModel.back();
        assertThat(opened).hasSize(2);
    }

    @Test
    void tellsTheEndOfNotableWorkAndKeepsQuietAboutReads() {
        tasks.start("Reading runs", _ -> Outcome.success(1));
        tasks.start(TaskSpec.job("Import btc.csv").from("data"), _ -> Outcome.success(1));

        assertThat(viewModel.notices()).hasSize(1);
        Notice notice = viewModel.notices().getFirst().notice();
        assertThat(notice.tone()).isEqualTo(Tone.OK);
        assertThat(notice.title()).isEqualTo("Import btc.csv: done");
        assertThat(notice.link()).contains(Destination.of(Page.DATA));
        assertThat(viewModel.unseenProperty().get()).isEqualTo(1);
    }

    @Test
    void saysWhyWorkFailedAndWhatToDo() {
        Failure failure =
                Failure.of(Failure.Reason.INVALID, "a close", "nothing", "btc.csv, line 7", "correct the file");

        tasks.start(TaskSpec.job("Import btc.csv"), _ -> Outcome.failed(failure));

        Notice notice = viewModel.notices().getFirst().notice();
        assertThat(notice.tone()).isEqualTo(Tone.BAD);
        assertThat(notice.text()).contains("line 7").contains("Correct the file");
    }

    @Test
    void forgetsNoticesBeyondTheNewestTwoHundred() {
        for (int i = 0; i < 250; i++) {
            viewModel.post(Notice.of(Tone.ACCENT, "notice " + i, ""));
        }

        assertThat(viewModel.notices()).hasSize(200);
        assertThat(viewModel.notices().getFirst().notice().title()).isEqualTo("notice 249");
        viewModel.markSeen();
        assertThat(viewModel.unseenProperty().get()).isZero();
    }

    @Test
    void readsTheStatusInTheBackground() {
        viewModel.refreshStatus();

        assertThat(viewModel.statusProperty().get().runningBots()).isEqualTo(2);
    }

    @Test
    void refusesTwoCommandsOnOneKey() {
        CommandRegistry commands = new CommandRegistry();
        commands.add(command("go.home", "Go to Home", "Shortcut+DIGIT1"));

        assertThatThrownBy(() -> commands.add(command("other", "Other", "F5 Shortcut+DIGIT1")))
                .hasMessageContaining("go.home");
        assertThatThrownBy(() -> commands.add(command("go.home", "Again", ""))).hasMessageContaining("go.home");
    }

    @Test
    void findsCommandsByAllTheirWords() {
        CommandRegistry commands = new CommandRegistry();
        commands.add(command("go.registry", "Go to Registry", ""));
        commands.add(command("registry.back", "Roll back the registry", ""));
        commands.add(command("go.home", "Go to Home", ""));

        assertThat(commands.find("REG go")).extracting(Command::id).containsExactly("go.registry");
        assertThat(commands.find("roll")).extracting(Command::id).containsExactly("registry.back");
        assertThat(commands.find("")).hasSize(3);
    }

    private static Command command(String id, String text, String keys) {
        return new Command(id, "zap", text, "Navigation", keys, () -> {});
    }

    @Test
    void theStateOfTheWindowReadsBack() {
        UiState state = new UiState(
                new UiState.Bounds(10, 20, 1500, 900, true),
                Page.REGISTRY,
                Theme.LIGHT,
                Map.of("divider.data.list", "0.3"));

        assertThat(UiState.fromJson(state.toJson())).isEqualTo(state);
        assertThat(UiState.fromJson(UiState.FIRST.toJson())).isEqualTo(UiState.FIRST);
    }

    @Test
    void startsAsNewWhenTheStateCannotBeRead() {
        assertThat(UiState.fromJson("{\"version\":1")).isEqualTo(UiState.FIRST);
        assertThat(UiState.fromJson("")).isEqualTo(UiState.FIRST);
        assertThat(UiState.fromJson("{\"version\":99}")).isEqualTo(UiState.FIRST);
        assertThat(UiState.fromJson("{\"version\":1,\"page\":\"gone\",\"window\":{\"width\":3}}"))
                .isEqualTo(UiState.FIRST);
    }
}
