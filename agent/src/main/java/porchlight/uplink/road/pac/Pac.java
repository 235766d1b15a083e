package porchlight.uplink.road.pac;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A proxy auto-config script: a program of a stranger, run with bounds on its steps, its memory,
 * its depth and its time. Whatever it does ends as an answer or an {@link IOException} here.
 */
public final class Pac {
  /** Letters that a script may have. */
  public static final int LONGEST = 1 << 20;

  private static final Duration TIME = Duration.ofSeconds(5);
  private static final long STACK = 8 << 20;

  private Pac() {}

  /** What the script answers for that host: {@code PROXY a:8080; DIRECT}. */
  public static String ask(String script, String host, PacHost world) throws IOException {
    return ask(script, host, world, TIME);
  }

  static String ask(String script, String host, PacHost world, Duration time) throws IOException {
    var answer = new FutureTask<>(() -> evaluate(script, host, world));
    var thread = new Thread(null, answer, "pac", STACK);
    thread.setDaemon(true); // one that hangs in a look-up must not hold the process
    thread.start();
    try {
      return answer.get(time.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException late) {
      throw new IOException("it took more than " + time.toMillis() + " ms", late);
    } catch (ExecutionException failed) {
      throw new IOException(words(Objects.requireNonNull(failed.getCause())), failed);
    } catch (InterruptedException asked) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", asked);
    }
  }

  private static String evaluate(String script, String host, PacHost world) {
    var budget = new Budget();
    var interpreter = new Interpreter(budget);
    Scope scope = Globals.scope(world, budget);
    interpreter.run(Parser.parse(script), scope);
    for (String name : List.of("FindProxyForURLEx", "FindProxyForURL")) {
      if (scope.find(name).orElse(Nothing.UNDEFINED) instanceof Callable find) {
        // Browsers keep the path of what is fetched over HTTPS from scripts, and so do we.
        Object said = find.call(Nothing.UNDEFINED, List.of("https://" + host + "/", host));
        return said instanceof Nothing ? "" : Convert.text(said);
      }
    }
    throw new NotRun("it has no FindProxyForURL");
  }

  private static String words(Throwable failed) {
    return switch (failed) {
      case NotRun ours -> line(ours);
      case Thrown scripts -> line(scripts);
      case StackOverflowError deep -> "it is nested too deep";
      default -> "it could not be run (" + failed.getClass().getSimpleName() + ")";
    };
  }

  private static String line(RuntimeException failed) {
    String text = String.valueOf(failed.getMessage()).replaceAll("\\p{Cntrl}+", " ");
    return text.length() <= 120 ? text : text.substring(0, 120);
  }
}
