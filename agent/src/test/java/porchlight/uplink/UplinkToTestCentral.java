package porchlight.uplink;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.zip.GZIPOutputStream;
import porchlight.json.Samples;

/** An uplink to a central of the tests. */
abstract class UplinkToTestCentral extends KnownToTestCentral {
  final Fixed clock = new Fixed(NOON);

  Seal seal = Seal.NONE;

  static UUID id(long sequence) {
    return Samples.report(sequence, Samples.cafe()).id();
  }

  static byte[] packed(String text) {
    var bytes = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(bytes)) {
      gzip.write(text.getBytes(StandardCharsets.UTF_8));
    } catch (IOException impossible) {
      throw new java.io.UncheckedIOException(impossible);
    }
    return bytes.toByteArray();
  }

  Delivery send(long sequence) {
    try (var uplink = uplink()) {
      return uplink.report(id(sequence), packed(Samples.full(sequence)), 0);
    }
  }

  HttpUplink uplink() {
    return at(central.url());
  }

  Delivery sendTold(Canned... answers) {
    central.say(answers);
    return send(1);
  }

  HttpUplink at(int port) {
    return at(URI.create("http://127.0.0.1:" + port));
  }

  HttpUplink at(URI server) {
    return new HttpUplink(
        server,
        key,
        seal,
        clock.outside(),
        new Skew(Optional.empty()),
        Copies.NONE,
        Duration.ofSeconds(2));
  }
}
