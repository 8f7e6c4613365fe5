package io.quantloom.ui.control;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

/** A figure with a small bar before it: the eye compares bars, the figure gives the value. */
public final class MetricBar extends HBox {

    private static final double TRACK = 40;

    /** Takes the share in [0, 1] of the column's range, the figure, and whether it is the best of the column. */
    public MetricBar(double share, String figure, boolean best) {
        super(4);
        setAlignment(Pos.CENTER_RIGHT);
        Region bar = Icons.styled(new Region(), best ? "metric-bar-best" : "metric-bar");
        bar.setMaxWidth(Math.max(2, TRACK * Math.clamp(Double.isNaN(share) ? 0 : share, 0, 1)));
        StackPane track = Icons.styled(new StackPane(bar), "metric-track");
        track.setAlignment(Pos.CENTER_LEFT);
        track.setMinWidth(TRACK);
        track.setMaxWidth(TRACK);
        Label label = new Label(figure);
        if (best) {
            label.getStyleClass().add("strong");
        }
        label.setMinWidth(Region.USE_PREF_SIZE);
        getChildren().addAll(track, Icons.spring(), label);
        setMaxWidth(Double.MAX_VALUE);
    }
}
