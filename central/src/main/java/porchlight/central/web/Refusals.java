package porchlight.central.web;

import io.javalin.http.Context;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import porchlight.central.intake.Code;
import porchlight.central.intake.Refused;
import porchlight.central.reports.Calm;
import porchlight.central.reports.Word;

/** Answers to devices that are not let in; each is logged with whom and why. */
final class Refusals {
  private static final Logger LOG = LoggerFactory.getLogger(Refusals.class);
  private static final int LONGEST_LOGGED = 300;

  /** A sender that was too fast is sent away for one to two minutes. */
  private static final int SLOW_DOWN_SECONDS = 60;

  private final Callers callers;
  private final RandomGenerator random;
  private final Shedding shedding;
  private final Sealing sealing;

  Refusals(Callers callers, RandomGenerator random, Sealing sealing) {
    this.callers = callers;
    this.random = random;
    this.sealing = sealing;
    this.shedding = new Shedding(random, callers.clock());
  }

  void answer(Context ctx, Refused refused) {
    log(ctx, refused.code(), refused.detail());
    Map<String, Object> more = new LinkedHashMap<>();
    more.put("serverTime", Door.time(callers.clock().instant()));
    refused.nextSequence().ifPresent(next -> more.put("nextSequence", next));
    if (refused.code() == Code.SLOW_DOWN) {
      retryAfter(ctx, SLOW_DOWN_SECONDS + random.nextInt(SLOW_DOWN_SECONDS));
    }
    int status = refused.code().status();
    String body = Problem.answer(ctx, status, Word.of(refused.code()), refused.detail(), more);
    if (refused.isProven()) {
      sealing.seal(ctx, status, body);
    }
  }

  void busy(Context ctx, String why) {
    log(ctx, Code.UNAVAILABLE, why);
    retryAfter(ctx, shedding.seconds());
    Problem.answer(
        ctx,
        Code.UNAVAILABLE.status(),
        Word.of(Code.UNAVAILABLE),
        "too busy, come again later",
        Map.of("serverTime", Door.time(callers.clock().instant())));
  }

  private static void retryAfter(Context ctx, int seconds) {
    ctx.header("Retry-After", Integer.toString(seconds));
  }

  private void log(Context ctx, Code code, String detail) {
    List<String> inputs = Collections.list(ctx.req().getHeaders("Signature-Input"));
    String input = inputs.isEmpty() ? "" : inputs.getFirst();
    int at = input.indexOf("keyid=\"");
    String keyId = at < 0 ? "-" : input.substring(at + 7).split("\"", 2)[0];
    LOG.warn(
        "refused {} {} from {} key {}: {}",
        Word.of(code),
        ctx.path(),
        callers.where(ctx).address(),
        logged(keyId),
        logged(detail));
  }

  static String logged(String text) {
    String calm = Calm.text(text);
    return calm.length() <= LONGEST_LOGGED ? calm : calm.substring(0, LONGEST_LOGGED) + "…";
  }
}
