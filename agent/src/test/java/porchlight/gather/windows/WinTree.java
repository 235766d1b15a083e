package porchlight.gather.windows;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import porchlight.machine.ReadRegistry;

/** A registry in memory that answers as a Windows does: a key that it does not have is absent. */
final class WinTree {
  private static final Map<String, String> ROOTS =
      Map.of(
          "HKLM", "HKEY_LOCAL_MACHINE",
          "HKLM32", "HKEY_LOCAL_MACHINE32",
          "HKU", "HKEY_USERS");

  private final Map<String, Map<String, String>> keys = new LinkedHashMap<>();
  private final Set<String> closed = new LinkedHashSet<>();
  private int people;

  /** So many people's hives; those above {@code open} may not be read. */
  WinTree people(int all, int open) {
    people = all;
    for (int i = open + 1; i <= all; i++) {
      closed.add("HKU\\user" + i);
    }
    return this;
  }

  WinTree key(String key) {
    keys.computeIfAbsent(key, name -> new LinkedHashMap<>());
    return this;
  }

  WinTree text(String key, String name, String text) {
    return put(key, name, '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"');
  }

  WinTree number(String key, String name, long number) {
    return put(key, name, String.format("dword:%08x", number));
  }

  private WinTree put(String key, String name, String data) {
    key(key);
    keys.computeIfAbsent(key, same -> new LinkedHashMap<>()).put(name, data);
    return this;
  }

  String answer(ReadRegistry question) {
    var out = new StringBuilder();
    var elements = List.of(question.key().split("\\\\", -1));
    int star = elements.indexOf("*");
    if (question.key().startsWith("HKU\\*")) {
      out.append("[HKEY_USERS]\n");
      for (int i = 1; i <= people; i++) {
        String person = "HKU\\user" + i;
        header(out, person);
        if (closed.contains(person)) {
          out.append("denied\n");
        } else {
          below(person, elements.subList(2, elements.size()))
              .forEach(found -> told(out, found, question));
        }
      }
      return out.toString();
    }
    String base = String.join("\\", star < 0 ? elements : elements.subList(0, star));
    if (!has(base)) {
      header(out, base);
      return out.append("absent\n").toString();
    }
    if (star < 0) {
      told(out, base, question);
    } else {
      header(out, base);
      below(base, elements.subList(star, elements.size()))
          .forEach(found -> told(out, found, question));
    }
    return out.toString();
  }

  /** Lists of installed programs, in which none of those that are asked for is. */
  String installed() {
    var out = new StringBuilder("installed=" + (people + 2) + "\n");
    for (String list : List.of("HKLM", "HKLM32")) {
      out.append("\nlist=").append(list).append("\nstate=read\nunreadable=0\n");
    }
    for (int i = 1; i <= people; i++) {
      boolean may = !closed.contains("HKU\\user" + i);
      out.append("\nlist=user").append(i).append("\nstate=").append(may ? "absent\n" : "denied\n");
    }
    return out.toString();
  }

  private List<String> below(String key, List<String> rest) {
    if (!has(key)) {
      return List.of();
    }
    if (rest.isEmpty()) {
      return List.of(key);
    }
    var found = new ArrayList<String>();
    var next = rest.subList(1, rest.size());
    if (!rest.getFirst().equals("*")) {
      return below(key + "\\" + rest.getFirst(), next);
    }
    for (String child : children(key)) {
      found.addAll(below(key + "\\" + child, next));
    }
    return found;
  }

  private Set<String> children(String key) {
    String above = small(key) + "\\";
    var names = new LinkedHashSet<String>();
    for (String one : keys.keySet()) {
      if (small(one).startsWith(above)) {
        names.add(one.substring(above.length()).replaceFirst("\\\\.*", ""));
      }
    }
    return names;
  }

  private boolean has(String key) {
    String one = small(key);
    return keys.keySet().stream()
        .map(WinTree::small)
        .anyMatch(other -> other.equals(one) || other.startsWith(one + "\\"));
  }

  private void told(StringBuilder out, String key, ReadRegistry question) {
    header(out, key);
    keys.forEach((name, values) -> {
      if (small(name).equals(small(key))) {
        values.forEach((value, data) -> {
          for (String asked : question.values()) {
            boolean hidden = asked.endsWith("?");
            String plain = hidden ? asked.substring(0, asked.length() - 1) : asked;
            if (plain.equals("*") || plain.equalsIgnoreCase(value)) {
              String quoted = value.equals("(default)") ? "@" : '"' + value + '"';
              out.append(quoted).append('=').append(hidden ? "?" : data).append('\n');
              return;
            }
          }
        });
      }
    });
  }

  private static void header(StringBuilder out, String key) {
    int slash = key.indexOf('\\');
    String root = slash < 0 ? key : key.substring(0, slash);
    out.append('[').append(ROOTS.getOrDefault(root, root));
    out.append(slash < 0 ? "" : key.substring(slash)).append("]\n");
  }

  private static String small(String key) {
    return key.toLowerCase(Locale.ROOT);
  }
}
