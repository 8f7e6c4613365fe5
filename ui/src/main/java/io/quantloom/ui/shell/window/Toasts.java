package io.quantloom.ui.shell.window;

import io.quantloom.ui.control.Icons;
import io.quantloom.ui.shell.Navigator;
import io.quantloom.ui.shell.Notice;
import io.quantloom.ui.text.Texts;
import javafx.animation.PauseTransition;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Duration;

/** Notices that come up at the bottom left, stay eight seconds, wait while the pointer rests on them. */
final class Toasts {

    private static final Duration STAY = Duration.seconds(8);
    private static final int MOST = 3;

    private final Texts texts = Texts.of("shell");
    private final Navigator navigator;
    private final VBox root = Icons.styled(new VBox(8), "toasts");

    Toasts(Navigator navigator) {
        this.navigator = navigator;
        root.setAlignment(Pos.BOTTOM_LEFT);
        root.setPickOnBounds(false);
        root.setMaxSize(380, Region.USE_PREF_SIZE);
    }

    Node root() {
        return root;
    }

    void show(Notice notice) {
        HBox toast = Icons.styled(new HBox(10), "toast");
        toast.setId("toast");
        toast.setAccessibleText(notice.title() + " " + notice.text());
        VBox text = new VBox(2, Icons.text(notice.title(), "wrap"));
        if (!notice.text().isEmpty()) {
            text.getChildren().add(Icons.text(notice.text(), "muted", "small", "wrap"));
        }
        notice.link()
                .ifPresent(destination -> text.getChildren()
                        .add(Icons.link("toast-open", texts.get("notices.open"), () -> {
                            root.getChildren().remove(toast);
                            navigator.open(destination);
                        })));
        text.setMinWidth(0);
        HBox.setHgrow(text, Priority.ALWAYS);
        toast.getChildren()
                .addAll(
                        Icons.of(NoticePopover.icon(notice.tone()), notice.tone()),
                        text,
                        Icons.iconButton(
                                "toast-close",
                                "x",
                                "Close",
                                () -> root.getChildren().remove(toast),
                                "small"));
        if (root.getChildren().size() == MOST) {
            root.getChildren().removeFirst();
        }
        root.getChildren().add(toast);
        PauseTransition stay = new PauseTransition(STAY);
        stay.setOnFinished(_ -> root.getChildren().remove(toast));
        toast.hoverProperty().subscribe(hovered -> {
            if (hovered) {
                stay.stop();
            } else {
                stay.playFromStart();
            }
        });
    }
}
