package porchlight.installer.flat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Writes a package for macOS ("flat package") on any system; the same files give the same bytes.
 * Not signed: what signs and notarises it runs on a Mac.
 *
 * <p>Arguments: identifier, version, the folder that becomes {@code /}, the folder of scripts
 * ({@code preinstall}, {@code postinstall}), the processor ({@code arm64} or {@code x86_64}), the
 * file to write. The environment's {@code SOURCE_DATE_EPOCH} is the time of every file.
 */
public final class FlatPackage {
  private static final String FOLDER = "base.pkg";
  private static final String LEAST_MACOS = "12.0";

  private FlatPackage() {}

  public static void main(String[] args) throws IOException {
    if (args.length != 6) {
      throw new IllegalArgumentException("expected IDENTIFIER VERSION ROOT SCRIPTS PROCESSOR OUT");
    }
    long time =
        Optional.ofNullable(System.getenv("SOURCE_DATE_EPOCH"))
            .map(Long::parseLong)
            .orElseThrow(() -> new IllegalArgumentException("SOURCE_DATE_EPOCH says no time"));
    var about = new About(args[0], args[1], args[4]);
    var files = Entry.below(Path.of(args[2]));
    var scripts = Entry.below(Path.of(args[3]));
    long kilobytes = files.stream().mapToLong(one -> (one.data().length + 1023) / 1024).sum();
    var within = new LinkedHashMap<String, byte[]>();
    within.put("Bom", Bom.of(files, time));
    within.put("PackageInfo", utf8(info(about, scripts, files.size(), kilobytes)));
    within.put("Payload", Cpio.gzipped(files, time));
    within.put("Scripts", Cpio.gzipped(scripts, time));
    byte[] distribution = utf8(distribution(about, kilobytes));
    Files.write(Path.of(args[5]), Xar.of("Distribution", distribution, FOLDER, within, time));
  }

  private record About(String id, String version, String processor) {}

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static String info(About about, List<Entry> scripts, int files, long kilobytes) {
    String named =
        scripts.stream()
            .filter(script -> script.kind() == Entry.Kind.FILE)
            .map(script -> "    <%s file=\"%s\"/>%n".formatted(script.ownName(), script.name()))
            .collect(Collectors.joining());
    return """
    <?xml version="1.0" encoding="utf-8"?>
    <pkg-info format-version="2" identifier="%s" version="%s" install-location="/" auth="root" overwrite-permissions="true" relocatable="false" postinstall-action="none">
      <payload numberOfFiles="%d" installKBytes="%d"/>
      <scripts>
    %s  </scripts>
    </pkg-info>
    """
        .formatted(about.id, about.version, files, kilobytes, named);
  }

  private static String distribution(About about, long kilobytes) {
    return """
    <?xml version="1.0" encoding="utf-8"?>
    <installer-gui-script minSpecVersion="2">
      <title>Porchlight</title>
      <options customize="never" require-scripts="false" rootVolumeOnly="true" hostArchitectures="%1$s"/>
      <domains enable_anywhere="false" enable_currentUserHome="false" enable_localSystem="true"/>
      <volume-check><allowed-os-versions><os-version min="%2$s"/></allowed-os-versions></volume-check>
      <choices-outline><line choice="all"/></choices-outline>
      <choice id="all" visible="false"><pkg-ref id="%3$s"/></choice>
      <pkg-ref id="%3$s" version="%4$s" onConclusion="none" installKBytes="%5$d">#%6$s</pkg-ref>
    </installer-gui-script>
    """
        .formatted(about.processor, LEAST_MACOS, about.id, about.version, kilobytes, FOLDER);
  }
}
