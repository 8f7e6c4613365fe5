package io.quantloom.ui;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import org.slf4j.LoggerFactory;

/** Collects what should never be logged: style warnings of JavaFX, and faults. */
final class LogWatch {

    private final List<String> lines = new CopyOnWriteArrayList<>();

    private final Handler toolkit = new Handler() {
        @Override
        public void publish(LogRecord entry) {
            // JavaFX on the class path, as some tools start it, is told once; the product has it on the module path.
            boolean expected = String.valueOf(entry.getMessage()).contains("Unsupported JavaFX configuration");
            if (entry.getLevel().intValue() >= java.util.logging.Level.WARNING.intValue() && !expected) {
                lines.add(entry.getLoggerName() + ": " + entry.getMessage());
            }
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };

    private final AppenderBase<ILoggingEvent> faults = new AppenderBase<>() {
        @Override
        protected void append(ILoggingEvent event) {
            // A store that does not answer is logged as well: that is what some tests ask for.
            boolean expected = event.getFormattedMessage().contains("the store did not do its part");
            if (event.getLevel().isGreaterOrEqual(Level.ERROR) && !expected) {
                lines.add(event.getLoggerName() + ": " + event.getFormattedMessage() + " "
                        + (event.getThrowableProxy() == null
                                ? ""
                                : event.getThrowableProxy().getMessage()));
            }
        }
    };

    void begin() {
        java.util.logging.Logger.getLogger("").addHandler(toolkit);
        faults.start();
        root().addAppender(faults);
    }

    void end() {
        java.util.logging.Logger.getLogger("").removeHandler(toolkit);
        root().detachAppender(faults);
    }

    List<String> lines() {
        return lines;
    }

    private static Logger root() {
        return (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    }
}
