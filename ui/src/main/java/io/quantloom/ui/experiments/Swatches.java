package io.quantloom.ui.experiments;

import io.quantloom.ui.control.Icons;
import javafx.scene.Node;
import javafx.scene.layout.Region;

/** The little squares that tell which run is which. */
final class Swatches {

    /** No color: a run that is not chosen. */
    static final int NONE = -2;

    private Swatches() {}

    static Node of(int color) {
        String style = color == NONE ? "swatch-off" : "swatch-" + RunSelection.token(color);
        return Icons.styled(new Region(), "swatch", style);
    }
}
