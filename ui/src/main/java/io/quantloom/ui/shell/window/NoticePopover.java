package io.quantloom.ui.shell.window;

import io.quantloom.ui.control.Icons;
import io.quantloom.ui.control.Tone;
import io.quantloom.ui.format.Formats;
import io.quantloom.ui.shell.Navigator;
import io.quantloom.ui.shell.Notice;
import io.quantloom.ui.text.Texts;
import java.time.Instant;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** What was told, newest first. Opens above the bell. */
final class NoticePopover {

    static final String ID = "notices";

    private static final double MOST_HEIGHT = 420;

    private final Texts texts = Texts.of("shell");
    private final VBox root = Icons.styled(new VBox(), "popover");

    NoticePopover(ShellViewModel viewModel, Runnable close) {
        root.setId(ID);
        root.setPrefWidth(400);
        root.setMaxSize(400, Region.USE_PREF_SIZE);
        HBox head = new HBox(
                8,
                Icons.text(texts.get("notices.title"), "popover-title"),
                Icons.spring(),
                Icons.flat("notices-clear", "trash-2", texts.get("notices.clear"), () -> {
                    viewModel.clearNotices();
                    close.run();
                }));
        head.setAlignment(Pos.CENTER_LEFT);
        root.getChildren().add(head);
        if (viewModel.notices().isEmpty()) {
            root.getChildren().add(Icons.text(texts.get("notices.none"), "muted", "popover-none"));
            return;
        }
        VBox rows = new VBox();
        Instant now = viewModel.now();
        viewModel.notices().forEach(kept -> rows.getChildren().add(row(kept, now, viewModel, close)));
        ScrollPane scroll = new ScrollPane(rows);
        scroll.setFitToWidth(true);
        scroll.setMaxHeight(MOST_HEIGHT);
        root.getChildren().add(scroll);
    }

    Node root() {
        return root;
    }

    static String icon(Tone tone) {
        return switch (tone) {
            case OK -> "check-circle";
            case BAD -> "x-octagon";
            case WARN -> "alert-triangle";
            default -> "info";
        };
    }

    private Node row(ShellViewModel.KeptNotice kept, Instant now, Navigator navigator, Runnable close) {
        Notice notice = kept.notice();
        Label age = Icons.text(Formats.ago(kept.at(), now), "muted", "small");
        age.setMinWidth(Region.USE_PREF_SIZE);
        VBox text = new VBox(2, Icons.text(notice.title(), "wrap"));
        if (!notice.text().isEmpty()) {
            text.getChildren().add(Icons.text(notice.text(), "muted", "small", "wrap"));
        }
        notice.link()
                .ifPresent(destination -> text.getChildren()
                        .add(Icons.link("notice-open", texts.get("notices.open"), () -> {
                            close.run();
                            navigator.open(destination);
                        })));
        text.setMinWidth(0);
        HBox.setHgrow(text, Priority.ALWAYS);
        HBox row = new HBox(10, Icons.of(icon(notice.tone()), notice.tone()), text, age);
        row.setAlignment(Pos.TOP_LEFT);
        return Icons.styled(row, "task-row");
    }
}
