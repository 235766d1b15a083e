#!/bin/sh
set -e
both() { iptables-nft "$@"; ip6tables-nft "$@"; }
both -t raw -A PREROUTING -i wlan0 -p tcp ! --dport 22 -j DROP
both -t raw -A PREROUTING -i wlan0 -p udp ! --sport 53 -j DROP
