package porchlight.daemon.verify;

import java.util.Optional;
import java.util.function.Supplier;
import porchlight.json.Call;
import porchlight.json.CallStand;
import porchlight.json.CallTold;
import porchlight.json.Said;
import porchlight.json.Scene;
import porchlight.uplink.Caller;
import porchlight.uplink.Heard;
import porchlight.uplink.OfflineProof;

/**
 * Answers one person of this laptop about one call. It signs only what central has sealed, and says
 * of the person only what the operating system told.
 */
public final class Signer implements Talk {
  private final String server;
  private final Caller caller;
  private final Supplier<CallTold> told;
  private Optional<Call> call = Optional.empty();
  private Optional<OfflineProof> proof = Optional.empty();

  /**
   * For one person.
   *
   * @param server central's address, as the screen names it
   * @param told read anew for each signature
   */
  public Signer(String server, Caller caller, Supplier<CallTold> told) {
    this.server = server;
    this.caller = caller;
    this.told = told;
  }

  @Override
  public Scene say(Said said) {
    return switch (said) {
      case Said.Look() -> look();
      case Said.Yes(var called) -> about(one -> sign(one, called));
      case Said.No(var why) -> about(one -> stands(caller.deny(one, why)));
      case Said.Stand() -> about(one -> stands(caller.stand(one)));
      case Said.Offline(var purpose) -> {
        OfflineProof begun = caller.offline(purpose);
        proof = Optional.of(begun);
        yield new Scene.Question(begun.question());
      }
      case Said.Numbers(var challenge, var response) -> numbers(challenge, response);
    };
  }

  private Scene numbers(String challenge, String response) {
    if (proof.isEmpty()) {
      return new Scene.Trouble("no question was asked");
    }
    return proof
        .get()
        .answer(challenge, response)
        .<Scene>map(Scene.Answer::new)
        .orElse(new Scene.Misread(proof.get().left()));
  }

  private Scene look() {
    return switch (caller.look()) {
      case Heard.Not<Optional<Call>>(var why) -> new Scene.Trouble(why);
      case Heard.Said<Optional<Call>>(var found) -> {
        call = found;
        yield found
            .<Scene>map(one ->
                new Scene.Waiting(
                    server,
                    one.technician(),
                    one.purpose(),
                    one.ticket(),
                    String.join(" ", one.words()),
                    one.seconds()))
            .orElse(new Scene.Nobody(server));
      }
    };
  }

  private Scene sign(Call one, String called) {
    return switch (caller.sign(one, told.get(), called)) {
      case Heard.Not<Caller.Code>(var why) -> new Scene.Trouble(why);
      case Heard.Said<Caller.Code>(var code) -> new Scene.Code(code.digits(), code.seconds());
    };
  }

  private static Scene stands(Heard<CallStand> heard) {
    return switch (heard) {
      case Heard.Not<CallStand>(var why) -> new Scene.Trouble(why);
      case Heard.Said<CallStand>(var stand) -> new Scene.Stands(stand.state(), stand.message());
    };
  }

  private Scene about(java.util.function.Function<Call, Scene> deed) {
    return call.map(deed).orElse(new Scene.Trouble("nobody has asked for anything yet"));
  }

  @Override
  public void close() {
    caller.close();
  }
}
