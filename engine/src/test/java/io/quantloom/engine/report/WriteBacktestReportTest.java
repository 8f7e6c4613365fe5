package io.quantloom.engine.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.quantloom.engine.backtest.BacktestFile;
import io.quantloom.engine.backtest.BacktestResult;
import io.quantloom.engine.backtest.RunBacktest;
import io.quantloom.engine.backtest.analysis.AnalysisSettings;
import io.quantloom.engine.backtest.analysis.AnalyzeBacktest;
import io.quantloom.engine.base.Events;
import io.quantloom.engine.base.Failure;
import io.quantloom.engine.base.Ids;
import io.quantloom.engine.base.JobContext;
import io.quantloom.engine.base.Outcome;
import io.quantloom.engine.base.Seeds;
import io.quantloom.engine.execution.Bars;
import io.quantloom.engine.experiment.InMemoryRunStore;
import io.quantloom.engine.experiment.RunId;
import io.quantloom.engine.market.InMemoryBarStore;
import io.quantloom.engine.model.ModelSource;
import io.quantloom.engine.strategy.MakeStrategy;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WriteBacktestReportTest {

    private static final String SPEC = """
        data: {symbol: %s}
        strategy: {type: sma-cross, fast: 3, slow: 8, side: long-short}
        execution: {fee: 0.0005}
        """;
    private static final ModelSource NO_MODELS =
            ref -> Outcome.failed(Failure.of(Failure.Reason.MISSING_DATA, "a model", "none", ref.toString(), ""));

    @TempDir
    private Path folder;

    private final InMemoryBarStore bars = new InMemoryBarStore();
    private final InMemoryRunStore runs = new InMemoryRunStore(Ids.from(new Seeds(1).random()));
    private final WriteBacktestReport report = new WriteBacktestReport(runs, bars, texts());
    private BacktestResult result;
    private RunId run;

    @BeforeEach
    void runOne() {
        var series = Bars.random(1, 400);
        bars.save(Bars.instrument(0.001, false), series);
        String text = SPEC.formatted(series.key().symbol());
        var clock = InstantSource.fixed(Instant.parse("2026-01-01T00:00:00Z"));
        result = BacktestFile.parse("spec", text)
                .then(spec -> new RunBacktest(bars, NO_MODELS, MakeStrategy.builtIn(), runs, new Events(), clock)
                        .run(spec, text, JobContext.none()))
                .orThrow();
        run = result.run().orElseThrow();
    }

    private static ReportTexts texts() {
        var properties = new Properties();
        properties.put("total_return", "Net <return>|GAIN|HIGHER|last / first − 1");
        properties.put("max_drawdown", "Max drawdown|FALL|LOWER|largest fall");
        properties.put("start", "Start|TIME|NONE|open of the first bar");
        return ReportTexts.of(properties);
    }

    private void analyze() {
        var settings = new AnalysisSettings(42, 50, 50, 0.95, List.of(0.0), List.of(0.0), 1, Optional.empty());
        new AnalyzeBacktest(bars, NO_MODELS, MakeStrategy.builtIn(), runs)
                .run(run, settings, JobContext.none())
                .orThrow();
    }

    @Test
    void thePageFetchesNothing() {
        analyze();

        String page = report.page(run).orThrow();

        assertThat(page).doesNotContain("http", "<script", "<link", "@import", "url(", "src=");
    }

    @Test
    void everyDrawingAndTheWholePageAreWellFormed() throws Exception {
        analyze();
        String page = report.page(run).orThrow();

        Matcher drawings = Pattern.compile("<svg.*?</svg>", Pattern.DOTALL).matcher(page);
        int count = 0;
        while (drawings.find()) {
            parse(drawings.group());
            count++;
        }
        // Equity, underwater, trade returns, excursions, rolling Sharpe, exposure, three fans with their falls.
        assertThat(count).isEqualTo(12);
        parse(page.substring(page.indexOf("<main>"), page.indexOf("</main>")) + "</main>");
    }

    private static void parse(String xml) throws Exception {
        DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void saysEachFigureWithItsFormulaAndEscapesWords() {
        String page = report.page(run).orThrow();

        assertThat(page).contains("Net &lt;return&gt;", "last / first − 1").doesNotContain("Net <return>");
        result.statistics().values().keySet().forEach(key -> assertThat(page).contains(">" + key + "<"));
        assertThat(page).contains("This backtest was not analyzed");
        // A fall is stored positive and reads negative.
        double fall = result.statistics().get("max_drawdown").orElseThrow();
        assertThat(page).contains(">\u2212" + String.format(Locale.ROOT, "%.1f", fall * 100) + " %<");
    }

    @Test
    void theSameRunGivesTheSameBytes() {
        analyze();

        assertThat(report.page(run).orThrow()).isEqualTo(report.page(run).orThrow());
    }

    @Test
    void tablesReadBackToTheSameNumbers() throws IOException {
        List<Path> files = report.csv(run, folder.resolve("b.csv")).orThrow();

        assertThat(files)
                .extracting(file -> file.getFileName().toString())
                .containsExactly("b.csv", "b-equity.csv", "b-statistics.csv");
        List<String> trades = Files.readAllLines(files.get(0));
        assertThat(trades).hasSize(result.trades().size() + 1);
        assertThat(trades.get(0))
                .isEqualTo(
                        "number,side,quantity,entry_time,entry_price,exit_time,exit_price,pnl,fees,return,bars,mae,mfe,"
                                + "reason");
        assertThat(Double.parseDouble(trades.get(1).split(",")[7]))
                .isEqualTo(result.trades().getFirst().pnl());
        List<String> equity = Files.readAllLines(files.get(1));
        assertThat(equity).hasSize(result.equity().size() + 1);
        int last = result.equity().size() - 1;
        assertThat(equity.getLast())
                .isEqualTo(Instant.ofEpochMilli(result.equity().time(last)) + ","
                        + result.equity().value(last));
        assertThat(Files.readAllLines(files.get(2)).get(1))
                .startsWith("start," + Instant.ofEpochMilli(result.equity().time(0)));
    }

    @Test
    void withoutTheBarsThereIsNoBenchmarkButAReport() {
        assertThat(report.page(run).orThrow()).contains("class=\"benchmark\"");
        bars.delete(result.series());

        assertThat(report.page(run).orThrow()).contains("class=\"subject\"").doesNotContain("class=\"benchmark\"");
    }

    @Test
    void anUnknownRunAndAFolderThatIsNotThereAreFailures() {
        assertThat(reason(report.page(new RunId("0".repeat(32))))).isEqualTo(Failure.Reason.MISSING_DATA);
        assertThat(reason(report.html(run, folder.resolve("missing").resolve("b.html"))))
                .isEqualTo(Failure.Reason.UNAVAILABLE);
        assertThat(folder).isEmptyDirectory();
    }

    private static Failure.Reason reason(Outcome<?> outcome) {
        return outcome instanceof Outcome.Failed<?>(Failure failure) ? failure.reason() : Failure.Reason.INVALID;
    }
}
