package io.quantloom.ui.market;

import io.quantloom.engine.market.DataQuality;
import io.quantloom.ui.control.Tone;
import io.quantloom.ui.format.Formats;
import io.quantloom.ui.text.Texts;
import java.time.Instant;
import java.util.List;

/** The findings of the engine as rows. */
final class QualityRows {

    private static final double MANY_MISSING = 0.02;

    private final Texts texts = Texts.of("market");
    private final DataQuality quality;

    private QualityRows(DataQuality quality) {
        this.quality = quality;
    }

    static List<QualityRow> of(DataQuality quality) {
        QualityRows rows = new QualityRows(quality);
        return quality.findings().stream().map(rows::row).toList();
    }

    private QualityRow row(DataQuality.Finding finding) {
        String key = "quality." + finding.kind();
        return new QualityRow(
                texts.get(key),
                finding.count(),
                span(finding),
                finding.kind() == DataQuality.Kind.GAP && finding.count() > 0 ? gaps() : texts.get(key + ".note"),
                tone(finding));
    }

    private String span(DataQuality.Finding finding) {
        if (finding.first().isEmpty() || finding.last().isEmpty()) {
            return texts.get("quality.none", Formats.count(quality.bars(), "bar"));
        }
        Instant first = finding.first().get();
        Instant last = finding.last().get();
        return first.equals(last)
                ? Formats.minute(first)
                : Formats.day(first.toEpochMilli()) + " – " + Formats.day(last.toEpochMilli());
    }

    private String gaps() {
        return texts.get(
                "quality.gaps",
                Formats.count(quality.missing(), "bar"),
                quality.longestGap()
                        .map(gap -> texts.get(
                                "quality.longest", Formats.integer(gap.missing()), Formats.minute(gap.after())))
                        .orElse(""));
    }

    private Tone tone(DataQuality.Finding finding) {
        if (finding.count() == 0) {
            return Tone.OK;
        }
        return switch (finding.kind()) {
            case OVERLAP -> Tone.BAD;
            case GAP -> quality.missing() > MANY_MISSING * (quality.bars() + quality.missing()) ? Tone.BAD : Tone.WARN;
            case FLAT, ZERO_VOLUME, UNKNOWN_VOLUME, JUMP -> Tone.WARN;
        };
    }
}
