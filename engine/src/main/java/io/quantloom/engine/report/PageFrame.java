package io.quantloom.engine.report;

/** The frame of a page: everything it needs is inside it, nothing is fetched, and it prints as it looks. */
final class PageFrame {

    private static final String STYLE = """
        :root{--ink:#1F2328;--muted:#57606A;--line:#DFE3E9;--accent:#0A756A;--up:#0B62C4;--down:#AB5400;--violet:#5E35B1}
        *{box-sizing:border-box}
        body{margin:0;background:#F2F4F7;color:var(--ink);font:13px/1.45 Inter,"Segoe UI",system-ui,sans-serif;font-variant-numeric:tabular-nums}
        main{max-width:1104px;margin:0 auto;padding:24px 32px 48px;background:#fff}
        h1{font-size:22px;margin:0 0 2px}
        h2{font-size:14px;margin:28px 0 8px;border-bottom:1px solid var(--line);padding-bottom:4px}
        small,.small,.subtitle{color:var(--muted);font-weight:400;font-size:12px}
        .warning{background:#FBF3E0;border-left:3px solid #946200;padding:6px 10px;margin:6px 0}
        .fine{background:#E6F4EA;border-left:3px solid #1A7F37;padding:6px 10px}
        .caption{font-weight:600;margin:12px 0 4px}
        .tiles{display:grid;grid-template-columns:repeat(5,1fr);gap:8px;margin:16px 0}
        .tile{border:1px solid var(--line);border-radius:6px;padding:8px 10px;break-inside:avoid}
        .tile span{color:var(--muted);font-size:11px;display:block}
        .tile b{font-size:18px;display:block}
        .tile i{font-style:normal;font-size:11px;color:var(--accent);display:block;min-height:16px}
        .tile em{font-style:normal;font-size:10px;color:var(--muted);display:block;line-height:1.3}
        table{border-collapse:collapse;width:100%;font-size:11px}
        th{color:var(--muted);font-weight:500;text-align:left;border-bottom:1px solid #C3CAD3}
        th,td{padding:3px 8px 3px 0;vertical-align:top}
        td{border-bottom:1px solid #EDF0F4}
        tr{break-inside:avoid}
        .figure{text-align:right;white-space:nowrap;padding-right:8px}
        .total{font-weight:600}
        .months td,.matrix td{border:1px solid #fff}
        .matrix{width:auto;min-width:50%}
        .pair{display:grid;grid-template-columns:1fr 1fr;gap:20px;align-items:start}
        figure{margin:0;break-inside:avoid}
        svg{width:100%;height:auto;display:block}
        svg text{font:11px Inter,"Segoe UI",system-ui,sans-serif;fill:var(--muted)}
        .grid{stroke:#ECEFF3}.axis{stroke:#C3CAD3}
        .subject{fill:none;stroke:var(--accent);stroke-width:1.6}
        .benchmark{fill:none;stroke:#6B747E;stroke-width:1.2;stroke-dasharray:2 3}
        .median{fill:none;stroke:var(--up);stroke-width:1.2;stroke-dasharray:6 4}
        .band{fill:var(--up);fill-opacity:.13}
        .soft-area{fill:var(--accent);fill-opacity:.10}
        .fall{fill:none;stroke:var(--down);stroke-width:1.2}.fall-area{fill:var(--down);fill-opacity:.2}
        .up{fill:var(--up)}.down{fill:var(--down)}.dot{fill-opacity:.75}
        .mark{stroke:var(--ink);stroke-dasharray:3 3}svg .mark-words{fill:var(--ink)}
        .sample{fill:var(--violet);fill-opacity:.06}svg .sample-words{fill:var(--violet)}
        @media print{body{background:#fff;font-size:11px}main{padding:0;max-width:none}h2{break-after:avoid}}
        @media(max-width:760px){.pair{grid-template-columns:1fr}.tiles{grid-template-columns:repeat(2,1fr)}}
        """;

    private PageFrame() {}

    static String around(String title, String body) {
        return "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
                + "<meta name=\"viewport\" content=\"width=device-width,initial-scale=1\">\n<title>"
                + Svg.escaped(title) + "</title>\n<style>\n" + STYLE + "</style>\n</head>\n<body>\n<main>\n" + body
                + "</main>\n</body>\n</html>\n";
    }
}
