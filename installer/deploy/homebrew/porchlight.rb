cask "porchlight" do
  arch arm: "arm64", intel: "x86_64"

  version "@VERSION@"
  sha256 arm:   "@SHA256_PKG_ARM64@",
         intel: "@SHA256_PKG_X86_64@"

  url "@URL@/porchlight-#{version}-macos-#{arch}.pkg"
  name "Porchlight"
  desc "Tells whether it is safe to work from here"
  homepage "@URL@"

  depends_on macos: ">= :monterey"

  pkg "porchlight-#{version}-macos-#{arch}.pkg"

  uninstall script: {
    executable: "/Library/Application Support/Porchlight/bin/uninstall",
    sudo:       true,
  }
end
