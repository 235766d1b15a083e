package porchlight.daemon.worker;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.rolling.FixedWindowRollingPolicy;
import ch.qos.logback.core.rolling.RollingFileAppender;
import ch.qos.logback.core.rolling.SizeBasedTriggeringPolicy;
import ch.qos.logback.core.util.FileSize;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import org.slf4j.LoggerFactory;

/**
 * {@code agent.log} in the state folder: up to four files of 1 MB. Opened with the first line,
 * since most cycles have nothing to say. No line holds a secret or the name of a network.
 */
final class AgentLog implements AutoCloseable {
  private static final String LARGEST = "1MB";
  private static final int OLDER_FILES = 3;

  private final Path file;
  private Optional<Opened> open = Optional.empty();

  private record Opened(Logger logger, RollingFileAppender<ILoggingEvent> appender) {}

  AgentLog(Path file) {
    this.file = file;
  }

  void info(String line) {
    logger().info(line);
  }

  void warn(String line) {
    logger().warn(line);
  }

  @Override
  public void close() {
    open.ifPresent(opened -> {
      opened.logger().detachAppender(opened.appender());
      opened.appender().stop();
    });
    open = Optional.empty();
  }

  private Logger logger() {
    if (open.isEmpty()) {
      open = Optional.of(open());
    }
    return open.get().logger();
  }

  private Opened open() {
    try {
      if (!Files.exists(file)) {
        Files.createFile(
            file,
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      }
    } catch (UnsupportedOperationException notPosix) {
      // The folder's own protection has to do.
    } catch (IOException failed) {
      // A disk that is full must not cost the cycle; the library says nothing either.
    }
    var context = (LoggerContext) LoggerFactory.getILoggerFactory();
    var encoder = new PatternLayoutEncoder();
    encoder.setContext(context);
    encoder.setPattern("%d{yyyy-MM-dd'T'HH:mm:ss.SSSXXX,UTC} %-5level %msg%n");
    encoder.start();
    var appender = new RollingFileAppender<ILoggingEvent>();
    appender.setContext(context);
    appender.setFile(file.toString());
    appender.setEncoder(encoder);
    var rolling = new FixedWindowRollingPolicy();
    rolling.setContext(context);
    rolling.setParent(appender);
    rolling.setFileNamePattern(file + ".%i");
    rolling.setMinIndex(1);
    rolling.setMaxIndex(OLDER_FILES);
    rolling.start();
    var trigger = new SizeBasedTriggeringPolicy<ILoggingEvent>();
    trigger.setContext(context);
    trigger.setMaxFileSize(FileSize.valueOf(LARGEST));
    trigger.start();
    appender.setRollingPolicy(rolling);
    appender.setTriggeringPolicy(trigger);
    appender.start();
    var logger = context.getLogger("porchlight");
    logger.setLevel(Level.INFO);
    logger.addAppender(appender);
    return new Opened(logger, appender);
  }
}
