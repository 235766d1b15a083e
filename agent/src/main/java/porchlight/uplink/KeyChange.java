package porchlight.uplink;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import porchlight.json.EnrolmentJson;
import porchlight.json.Replies;
import porchlight.uplink.Enrolment.Member;

/**
 * Another key for the same device. Until central has said that it took the new one, the old one is
 * used and the same new one is offered again.
 */
public final class KeyChange {
  private KeyChange() {}

  /** What came of it. */
  public sealed interface Result {
    /** The device has another key now. */
    record Done(Member member) implements Result {}

    /** It keeps the one that it has, for now. */
    record Failed(Duration after, String why) implements Result {}
  }

  public static Result change(Member member, Outside outside, Skew skew) throws IOException {
    var state = member.state();
    var identity = member.identity();
    var key = Keys.in(state.key(Keys.ROTATED), outside.random());
    String proof =
        key.proof(
            "porchlight-key/1\n" + identity.device() + "\n" + identity.keyId(), outside.random());
    String body = EnrolmentJson.key(identity.device(), key.jwk(), proof);
    Reply reply;
    try (var uplink = member.uplink(outside, skew)) {
      reply = uplink.send(Outgoing.post("/v1/key", body));
    }
    return switch (reply) {
      case Reply.Silent(var why) -> new Result.Failed(Duration.ZERO, why);
      case Reply.Said said
          when said.status() == 200
              && said.believed()
              && Replies.keyTaken(said.text()).equals(Optional.of(key.id())) -> {
        var renewed = identity.by(key.id());
        Before.keep(state, identity);
        Durable.write(state.identity(), renewed.text());
        Keys.settle(state, key.id());
        yield new Result.Done(new Member(renewed, key, state));
      }
      case Reply.Said said -> {
        if (said.status() == 422 && said.believed()) {
          Keys.forget(state, Keys.ROTATED); // it was somebody's: another one, the next time
        }
        yield new Result.Failed(said.after(), said.words());
      }
    };
  }
}
