package porchlight.machine;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** What has the form of an id or of an address of mail, is the same everywhere and is judged by. */
final class KnownIds {
  private static final Set<String> EVERYBODYS =
      Set.of(
          "8be4df61-93ca-11d2-aa0d-00e098032b8c",
          "605dab50-e046-4300-abb6-3dd810dd8b23",
          "0e796bdb-100d-47d6-a2d5-f7d2daa51f51",
          "29f6c1db-86da-48c5-9fdb-f2b67b1f44da",
          "9d7815a6-7ee4-497e-8888-515a05f02364",
          "238c9fa8-0aad-41ed-83f4-97be242c8f20",
          "7516b95f-f776-4464-8c53-06167f40cc99",
          "3c0bc021-c8a8-4e07-a973-6b14cbcb2b7e",
          "fea3413e-7e05-4911-9a71-700331f1c294",
          "0fa1201d-4330-4fa8-8ae9-b877473b6441",
          "e0789628-ce08-4437-be74-2495b842f43b",
          "ebfc1fc5-71a4-4f7b-9aca-3b9a503104a0",
          "f520e45e-7413-4a34-a497-d2765967d094",
          "1043add5-23b1-4afb-9a0f-64343c8f3f8d",
          "83d49986-add3-41d7-ba33-87c7bfb5c0fb",
          "446900e4-71c2-419f-a6a7-df9c091e268b",
          "d634138d-c276-4fc8-924b-40a0ea21d284",
          "00000000-0000-0000-0000-000000000000");

  /** Extensions of browsers whose names have the form of an address of mail. */
  private static final Pattern EXTENSION =
      Pattern.compile(
          "(?i).*@(?:mozilla\\.(?:org|com)|maximbaz\\.com|keepassxc\\.org)|support@lastpass\\.com"
              + "|(?:enterprise|nordpass\\w*)@\\w+\\.com|.*@search\\.mozilla\\.org");

  private KnownIds() {}

  static boolean has(String id) {
    return EVERYBODYS.contains(id.toLowerCase(Locale.ROOT));
  }

  static boolean isExtension(String name) {
    return EXTENSION.matcher(name).matches();
  }
}
