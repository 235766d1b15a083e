package porchlight.daemon.worker;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import porchlight.daemon.Lock;
import porchlight.json.Counted;
import porchlight.json.Progress;
import porchlight.json.Sending;
import porchlight.uplink.Durable;
import porchlight.uplink.Enrolment;
import porchlight.uplink.Enrolment.Applicant;
import porchlight.uplink.Enrolment.Member;
import porchlight.uplink.Enrolment.Result;
import porchlight.uplink.Goodbye;
import porchlight.uplink.KeyChange;
import porchlight.uplink.Outside;
import porchlight.uplink.PutOff;
import porchlight.uplink.Settling;
import porchlight.uplink.Skew;
import porchlight.uplink.StateFolder;

/** What is done by hand; waits for a cycle that is at work, because both write the same files. */
public final class Enroll {
  private Enroll() {}

  /** Makes this laptop known to that server and removes the token file. */
  public static Result run(Applicant who, URI server, Path tokenFile) throws IOException {
    var state = who.state();
    state.prepare();
    return Lock.inTurn(
        state.cycleLock(),
        () -> {
          Result result = Enrolment.enrol(who, server, tokenFile);
          note(who, result);
          return result;
        });
  }

  private static void note(Applicant who, Result result) throws IOException {
    var state = who.state();
    var before = progress(state);
    var counted = before.counted().map(Counted::at).orElseGet(who.outside()::now);
    var after =
        switch (result) {
          case Result.Done(var identity, int seconds, var policy, var gone) -> {
            var joined = before.sending(Sending::enrolled).joining(Sending::enrolled);
            var asked = joined.asked().enrolled(seconds, policy);
            yield Settling.in(state, identity, joined, asked, line -> {});
          }
          case Result.Pending(var wait) ->
              before.joining(joining -> joining.pending(counted, wait));
          case Result.Failed(var wait, var why) ->
              PutOff.joining(before, wait, counted, who.outside());
        };
    if (Files.isDirectory(state.path())) {
      Durable.write(state.delivery(), after.text());
    }
  }

  /** Gives this device another key; answers what went wrong, or nothing. */
  public static String rotate(StateFolder state, Outside outside) throws IOException {
    return as(
        state,
        member ->
            switch (KeyChange.change(member, outside, skew(state))) {
              case KeyChange.Result.Done done -> "";
              case KeyChange.Result.Failed(var after, var why) -> why;
            });
  }

  /**
   * Says goodbye to central, after which nothing more is sent when the reason is {@code
   * uninstalled}; answers what went wrong, or nothing.
   */
  public static String goodbye(StateFolder state, String reason, Outside outside)
      throws IOException {
    return as(
        state,
        member -> {
          String wrong = Goodbye.say(member, reason, outside, skew(state));
          if (wrong.isEmpty() && reason.equals("uninstalled")) {
            var after =
                progress(state)
                    .sending(sending -> sending.stopped(Sending.GOODBYE, Optional.empty()));
            Durable.write(state.delivery(), after.text());
          }
          return wrong;
        });
  }

  @FunctionalInterface
  private interface Deed {
    String of(Member member) throws IOException;
  }

  private static String as(StateFolder state, Deed deed) throws IOException {
    state.prepare();
    return Lock.inTurn(
        state.cycleLock(),
        () -> {
          Optional<Member> member = Enrolment.current(state);
          return member.isPresent() ? deed.of(member.get()) : "this laptop is not enrolled";
        });
  }

  private static Skew skew(StateFolder state) throws IOException {
    return new Skew(progress(state).skew().map(note -> note.ahead()));
  }

  private static Progress progress(StateFolder state) throws IOException {
    return Durable.read(state.delivery()).map(Progress::of).orElse(Progress.NONE);
  }
}
