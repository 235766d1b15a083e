package porchlight.gather.linux.upkeep;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The name of a kernel, as {@code uname -r} prints it, taken apart: {@code 6.1.0-25-amd64} is the
 * version 6 1 0 25 of the flavour amd64. Only kernels of one flavour replace each other.
 *
 * @param flavour the words that stay the same from version to version
 */
record KernelRelease(String text, List<BigInteger> version, List<String> flavour)
    implements Comparable<KernelRelease> {
  private static final Pattern SHAPE = Pattern.compile("\\d[A-Za-z0-9._+~-]{0,126}");
  private static final Pattern NUMBER = Pattern.compile("\\d+");
  private static final Pattern ENTERPRISE = Pattern.compile("el\\d+");
  private static final Pattern NUMBERED = Pattern.compile("([A-Za-z]+)(\\d+)");

  /** Their digits tell machines apart, not versions. */
  private static final Pattern MACHINE =
      Pattern.compile(
          "x86_64(_?v\\d)?|x64|i?[3-6]86|amd64|arm64|aarch64|riscv64|s390x|ppc64(el|le)|mips64(el)?"
              + "|powerpc64(le)?|loong64|loongarch64|v\\d+l?|\\d+k|27\\d\\d");

  /**
   * Words of a distribution's release; they change when it does, and the kernel is still theirs.
   */
  private static final Set<String> RELEASE_WORDS =
      Set.of("fc", "el", "deb", "bpo", "kali", "r", "rc", "pre");

  KernelRelease {
    version = List.copyOf(version);
    flavour = List.copyOf(flavour);
  }

  /** The release of that name, if it is one. */
  static Optional<KernelRelease> of(String text) {
    if (!SHAPE.matcher(text).matches()) {
      return Optional.empty();
    }
    var version = new ArrayList<BigInteger>();
    var flavour = new ArrayList<String>();
    boolean released = false;
    // The one word that has a separator in it is put in brackets first.
    for (String word : text.replaceAll("x86_64", "x8664").split("[._+~-]", -1)) {
      if (ENTERPRISE.matcher(word).matches()) {
        released = true; // "553.el8_10" is older than "553.5.1.el8_10": no number of the version
      } else if (!released || !NUMBER.matcher(word).matches()) {
        add(word.equals("x8664") ? "x86_64" : word, version, flavour);
      }
    }
    return Optional.of(new KernelRelease(text, version, flavour));
  }

  private static void add(String word, List<BigInteger> version, List<String> flavour) {
    Matcher numbered = NUMBERED.matcher(word);
    if (word.isEmpty()) {
      return;
    }
    if (MACHINE.matcher(word).matches() && !version.isEmpty()) {
      flavour.add(word);
    } else if (NUMBER.matcher(word).matches()) {
      version.add(new BigInteger(word));
    } else if (numbered.matches()) {
      version.add(new BigInteger(numbered.group(2)));
      addWord(numbered.group(1), flavour);
    } else {
      addWord(word, flavour);
    }
  }

  private static void addWord(String word, List<String> flavour) {
    if (!RELEASE_WORDS.contains(word)) {
      flavour.add(word);
    }
  }

  boolean isOfTheFlavourOf(KernelRelease other) {
    return flavour.equals(other.flavour);
  }

  /** Number by number; the longer of two that begin alike is the newer. */
  @Override
  public int compareTo(KernelRelease other) {
    for (int i = 0; i < Math.min(version.size(), other.version.size()); i++) {
      int difference = version.get(i).compareTo(other.version.get(i));
      if (difference != 0) {
        return difference;
      }
    }
    return Integer.compare(version.size(), other.version.size());
  }
}
