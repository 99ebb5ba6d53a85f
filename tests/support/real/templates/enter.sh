# Run inside new mount and process namespaces.
# usage: enter.sh FOLDER UNPACKED COMMAND...   UNPACKED may be empty
set -e
folder=$1
unpacked=$2
shift 2
mount --make-rprivate /
[ -z "$unpacked" ] || mount --bind "$unpacked" "$folder/unpacked"
mount --rbind "$folder" /mnt
mount --bind /mnt/etc /etc
mount --bind /mnt/lib /var/lib
mount --bind /mnt/mail /var/mail
mount -t tmpfs -o mode=755 none /run
cd /mnt
# This shell stays the first process: a server that changes its user would lose the
# signal that ends it when the tests were killed.
"$@" &
wait $!
