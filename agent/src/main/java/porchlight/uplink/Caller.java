package porchlight.uplink;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import porchlight.json.Call;
import porchlight.json.CallJson;
import porchlight.json.CallStand;
import porchlight.json.CallTold;
import porchlight.uplink.Enrolment.Member;

/**
 * The laptop's end of a verification. Only what central has sealed is believed: who reads along
 * shall not choose the words that a person hears.
 */
public final class Caller implements AutoCloseable {
  private final Member member;
  private final Outside outside;
  private final Skew skew = new Skew(Optional.empty());
  private final HttpUplink uplink;
  private Optional<Agreed> agreed = Optional.empty();

  public Caller(Member member, Outside outside) {
    this.member = member;
    this.outside = outside;
    this.uplink = member.uplink(outside, skew);
  }

  /**
   * A code that the user reads.
   *
   * @param seconds how long it is good
   */
  public record Code(String digits, long seconds) {}

  /** What waits for this laptop's user. */
  public Heard<Optional<Call>> look() {
    UUID device = member.identity().device();
    return ask("/v1/verify", CallJson.look(device), text -> Call.waiting(text, device));
  }

  /** Signs what the user was shown and said, and tells the code. */
  public Heard<Code> sign(Call call, CallTold told, String called) {
    UUID device = member.identity().device();
    DeviceKey half = DeviceKey.make(outside.random());
    Instant here = outside.now();
    Instant there = skew.there(here);
    String transcript =
        CallJson.transcript(
            device,
            call,
            half.jwk(),
            told,
            called,
            there,
            Duration.between(there, here).toSeconds());
    byte[] payload = transcript.getBytes(StandardCharsets.UTF_8);
    String body =
        CallJson.answer(
            device,
            call.id(),
            Base64.getUrlEncoder().withoutPadding().encodeToString(payload),
            member.key().proof("porchlight-verify/1\n" + transcript, outside.random()));
    agreed = Agreed.call(half, call.key(), call.id().toString(), payload);
    return ask(
        "/v1/verify/answer",
        body,
        text ->
            CallStand.of(text, call.id())
                .filter(stand -> stand.state().equals("signed"))
                .flatMap(stand -> agreed.map(known -> new Code(known.code(), stand.seconds()))));
  }

  /** Tells that the user knows of nothing, or did not hear the words. */
  public Heard<CallStand> deny(Call call, String why) {
    return ask(
        "/v1/verify/answer",
        CallJson.deny(member.identity().device(), call.id(), why),
        text -> CallStand.of(text, call.id()));
  }

  /** A proof without a network, for a purpose. */
  public OfflineProof offline(String purpose) {
    return new OfflineProof(member, purpose, outside.random());
  }

  /** How it stands; a message that came is opened. */
  public Heard<CallStand> stand(Call call) {
    return ask(
        "/v1/verify/state",
        CallJson.stand(member.identity().device(), call.id()),
        text -> CallStand.of(text, call.id()).flatMap(stand -> opened(stand, call.id())));
  }

  private Optional<CallStand> opened(CallStand stand, UUID id) {
    if (stand.message().isEmpty()) {
      return Optional.of(stand);
    }
    return agreed
        .flatMap(known -> known.open(stand.message().get(), id.toString()))
        .map(text -> new CallStand(stand.state(), stand.seconds(), Optional.of(text)));
  }

  private <T> Heard<T> ask(String path, String body, Function<String, Optional<T>> read) {
    return switch (uplink.send(Outgoing.post(path, body))) {
      case Reply.Silent(var why) -> new Heard.Not<>(why);
      case Reply.Said said when said.status() == 200 && said.sealed() ->
          read.apply(said.text())
              .<Heard<T>>map(Heard.Said::new)
              .orElseGet(() -> new Heard.Not<>("central's answer was not understood"));
      case Reply.Said said when said.status() == 200 ->
          new Heard.Not<>("the answer was not sealed by your central: it is not believed");
      case Reply.Said said -> new Heard.Not<>(said.words());
    };
  }

  @Override
  public void close() {
    uplink.close();
  }
}
