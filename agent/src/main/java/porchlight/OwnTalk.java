package porchlight;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import porchlight.daemon.verify.Lines;
import porchlight.daemon.verify.Signer;
import porchlight.daemon.verify.Talk;
import porchlight.json.Refused;
import porchlight.json.Settings;
import porchlight.uplink.Caller;
import porchlight.uplink.Enrolment;
import porchlight.uplink.StateFolder;

/** Ways to talk to the half that holds this laptop's key. */
final class OwnTalk {
  /** Where the operating system listens for people. */
  private static final Path SOCKET = Path.of("/run/porchlight-verify.sock");

  private static final String ELSEWHERE = "PORCHLIGHT_VERIFY_SOCKET";

  private OwnTalk() {}

  /**
   * For whoever runs this program: by the socket of the service; or, where this very process may
   * read the key, without one.
   */
  static Talk open(Optional<String> config) {
    Path socket = Optional.ofNullable(System.getenv(ELSEWHERE)).map(Path::of).orElse(SOCKET);
    if (config.isEmpty() && Files.exists(socket)) {
      return by(socket);
    }
    Settings settings = Configuration.settings(config);
    if (!Files.isReadable(settings.stateFolder())) {
      throw new Refused(
          "there is no " + socket + ", by which the agent of this laptop is asked to sign");
    }
    return holding(settings, System.getProperty("user.name", ""));
  }

  private static Talk by(Path socket) {
    try {
      var channel = SocketChannel.open(StandardProtocolFamily.UNIX);
      channel.connect(UnixDomainSocketAddress.of(socket));
      return new Lines(channel);
    } catch (IOException | UnsupportedOperationException failed) {
      throw new Refused(socket + ": " + failed.getMessage());
    }
  }

  /** With the key itself, about the person of that account. */
  static Talk holding(Settings settings, String account) {
    Enrolment.Member member = member(settings);
    return new Signer(
        member.identity().server().toString(),
        new Caller(member, OwnAgent.outside(settings)),
        () -> Telling.of(settings, account));
  }

  private static Enrolment.Member member(Settings settings) {
    try {
      return Enrolment.current(new StateFolder(settings.stateFolder()))
          .orElseThrow(() ->
              new Refused("this laptop is not enrolled: nobody can verify who sits before it"));
    } catch (IOException failed) {
      throw new Refused(settings.stateFolder() + ": " + failed.getMessage());
    }
  }
}
