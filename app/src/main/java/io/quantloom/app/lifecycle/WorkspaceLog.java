package io.quantloom.app.lifecycle;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.rolling.RollingFileAppender;
import ch.qos.logback.core.rolling.SizeAndTimeBasedRollingPolicy;
import ch.qos.logback.core.util.FileSize;
import java.nio.file.Path;
import org.slf4j.LoggerFactory;

/**
 * Writes the log into the workspace as long as it is open: {@code logs/quantloom.log}, rolled daily, two weeks and 50 MB
 * at most. The only class that knows the logging library.
 */
public final class WorkspaceLog implements AutoCloseable {

    private final Logger root;
    private final RollingFileAppender<ILoggingEvent> appender;

    private WorkspaceLog(Logger root, RollingFileAppender<ILoggingEvent> appender) {
        this.root = root;
        this.appender = appender;
    }

    /** Begins to write. */
    public static WorkspaceLog open(Path workspace) {
        var context = (LoggerContext) LoggerFactory.getILoggerFactory();
        Path logs = workspace.resolve("logs");

        var encoder = new PatternLayoutEncoder();
        encoder.setContext(context);
        encoder.setPattern("%d{yyyy-MM-dd'T'HH:mm:ss.SSS'Z', UTC} %-5level [%thread] %logger{36} %msg%n");
        encoder.start();

        var appender = new RollingFileAppender<ILoggingEvent>();
        var policy = new SizeAndTimeBasedRollingPolicy<ILoggingEvent>();
        policy.setContext(context);
        policy.setParent(appender);
        policy.setFileNamePattern(
                logs.resolve("quantloom.%d{yyyy-MM-dd, UTC}.%i.log.gz").toString());
        policy.setMaxFileSize(FileSize.valueOf("10MB"));
        policy.setMaxHistory(14);
        policy.setTotalSizeCap(FileSize.valueOf("50MB"));

        appender.setContext(context);
        appender.setFile(logs.resolve("quantloom.log").toString());
        appender.setEncoder(encoder);
        appender.setRollingPolicy(policy);
        policy.start();
        appender.start();

        Logger root = context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        root.addAppender(appender);
        return new WorkspaceLog(root, appender);
    }

    @Override
    public void close() {
        root.detachAppender(appender);
        appender.stop();
    }
}
