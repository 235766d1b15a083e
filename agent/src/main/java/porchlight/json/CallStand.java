package porchlight.json;

import java.util.Optional;
import java.util.UUID;

/**
 * How a verification stands, in central's words.
 *
 * @param seconds until it runs out
 * @param message what a technician sent to this laptop, encrypted to it
 */
public record CallStand(String state, long seconds, Optional<String> message) {

  /** What central answers about that one. */
  public static Optional<CallStand> of(String text, UUID verification) {
    return Replies.object(text)
        .filter(reply ->
            reply.text("verification").flatMap(Replies::uuid).equals(Optional.of(verification)))
        .flatMap(reply -> {
          var state = reply.text("state");
          var seconds = Replies.whole(reply, "seconds");
          return state.isEmpty() || seconds.isEmpty()
              ? Optional.empty()
              : Optional.of(new CallStand(state.get(), seconds.get(), reply.text("message")));
        });
  }
}
