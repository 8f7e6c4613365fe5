package io.quantloom.ui.chart;

import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;

/**
 * Mouse and keyboard of a chart: wheel zooms at the pointer, drag pans, double click or R resets, A shows all, C takes the
 * crosshair to the arrow keys.
 */
final class PanZoom {
    private static final double NOTCH = 40;

    private final ChartPane pane;
    private double lastX;
    private boolean keyboardCrosshair;

    PanZoom(ChartPane pane) {
        this.pane = pane;
    }

    void install() {
        pane.addEventHandler(ScrollEvent.SCROLL, this::scroll);
        pane.addEventHandler(MouseEvent.MOUSE_PRESSED, e -> {
            lastX = e.getX();
            pane.requestFocus();
        });
        pane.addEventHandler(MouseEvent.MOUSE_DRAGGED, this::pan);
        pane.addEventHandler(MouseEvent.MOUSE_MOVED, e -> {
            keyboardCrosshair = false;
            pane.pointAt(e.getX(), e.getY());
        });
        pane.addEventHandler(MouseEvent.MOUSE_EXITED, _ -> {
            if (!keyboardCrosshair) {
                pane.pointAway();
            }
        });
        pane.addEventHandler(MouseEvent.MOUSE_CLICKED, e -> {
            if (e.getClickCount() == 2) {
                pane.window().reset();
            }
        });
        pane.addEventHandler(KeyEvent.KEY_PRESSED, this::key);
    }

    private void scroll(ScrollEvent e) {
        TimeWindow window = pane.window();
        if (Math.abs(e.getDeltaX()) > Math.abs(e.getDeltaY())) {
            window.pan(-e.getDeltaX() * window.span() / Math.max(1, pane.plot().width()));
        } else if (e.getDeltaY() != 0) {
            double notches = Math.clamp(e.getDeltaY() / NOTCH, -4, 4);
            window.zoom(
                    Math.pow(1.2, -notches),
                    pane.barAt(e.getX() - pane.plotOrigin().getX()));
        }
        e.consume();
    }

    private void pan(MouseEvent e) {
        if (e.getButton() == MouseButton.PRIMARY) {
            TimeWindow window = pane.window();
            window.pan(
                    (lastX - e.getX()) * window.span() / Math.max(1, pane.plot().width()));
            lastX = e.getX();
        }
    }

    private void key(KeyEvent e) {
        if (e.isShortcutDown() || e.isAltDown()) {
            return;
        }
        TimeWindow window = pane.window();
        double middle = window.rangeProperty().get().from() + window.span() / 2;
        switch (e.getCode()) {
            case LEFT -> step(-1, e.isShiftDown());
            case RIGHT -> step(1, e.isShiftDown());
            case UP, PLUS, ADD, EQUALS -> window.zoom(1 / 1.2, middle);
            case DOWN, MINUS, SUBTRACT -> window.zoom(1.2, middle);
            case HOME -> window.toStart();
            case END -> window.toEnd();
            case R -> window.reset();
            case A -> window.showAll();
            case C -> toggleCrosshair();
            default -> {
                return;
            }
        }
        e.consume();
    }

    private void step(int direction, boolean fast) {
        TimeWindow window = pane.window();
        if (keyboardCrosshair) {
            window.stepCrosshair(direction * (fast ? 10 : 1));
        } else {
            window.pan(direction * window.span() / (fast ? 2 : 10));
        }
    }

    private void toggleCrosshair() {
        keyboardCrosshair = !keyboardCrosshair;
        pane.pointAway();
        if (keyboardCrosshair) {
            pane.window().stepCrosshair(0);
        }
    }
}
