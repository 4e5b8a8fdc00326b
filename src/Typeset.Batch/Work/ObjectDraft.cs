using System.Security.Cryptography;
using System.Text.Json;
using Typeset.Batch.Files;

namespace Typeset.Batch.Work;

/// <summary>
/// The folder of a commission under another name: written first, nothing of it durable; then finished, which is durable and has the commission's name.
/// Disposed of unfinished, it is gone.
/// </summary>
public sealed class ObjectDraft : IDisposable
{
    private readonly string _draft;
    private readonly string _final;

    /// <summary>Stay open until they are flushed: where it is the network's disk that is full, the handle that wrote is the one that is told.</summary>
    private readonly List<FileStream> _files = [];

    private bool _isOver;

    internal ObjectDraft(string draft, string final)
    {
        (_draft, _final) = (draft, final);
        Directory.CreateDirectory(draft);
    }

    /// <summary>What came of the commission, once all is written.</summary>
    internal Outcome? Outcome { get; private set; }

    /// <summary>Writes a file.</summary>
    /// <exception cref="IOException">There is no room for it.</exception>
    public BuiltFile Write(string name, Action<Stream> write)
    {
        var file = new FileStream(PathOf(name), FileMode.CreateNew, FileAccess.Write, FileShare.Read, bufferSize: 0);
        _files.Add(file);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var counted = new HashedStream(file, hash);
        using (var buffered = new BufferedStream(counted, 1 << 16)) write(buffered);
        return new(name, counted.Count, Digest.Of(hash));
    }

    /// <summary>The bytes of a file that was written.</summary>
    /// <exception cref="IOException">It cannot be read.</exception>
    public byte[] Read(string name)
    {
        using var file = new FileStream(PathOf(name), FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        var bytes = new byte[file.Length];
        file.ReadExactly(bytes);
        return bytes;
    }

    /// <summary>Writes the outcome, last of all.</summary>
    internal void Write(Outcome outcome)
    {
        Write(ObjectStore.OutcomeName, stream => JsonSerializer.Serialize(stream, outcome, BatchJson.Default.Outcome));
        Outcome = outcome;
    }

    /// <summary>Makes all of it durable, and then gives it the commission's name.</summary>
    /// <exception cref="IOException">There is no room for it.</exception>
    internal void Finish()
    {
        // One after the other: the next booklet is built meanwhile, and five files flushed by five threads took as long on ext4.
        foreach (var file in _files) file.Flush(flushToDisk: true);
        DurableFiles.SyncFolder(_draft);
        Close();
        ObjectStore.Name(_draft, _final);
        _isOver = true;
    }

    public void Dispose()
    {
        Close();
        if (!_isOver) DurableFiles.Sweep(_draft);
        _isOver = true;
    }

    private string PathOf(string name) => Path.Combine(_draft, name);

    private void Close()
    {
        foreach (var file in _files) file.Dispose();
        _files.Clear();
    }

    /// <summary>Counts and hashes what passes; leaves the file open when it is closed.</summary>
    private sealed class HashedStream(FileStream file, IncrementalHash hash) : Stream
    {
        public long Count { get; private set; }

        public override bool CanRead => false;
        public override bool CanSeek => false;
        public override bool CanWrite => true;
        public override long Length => Count;
        public override long Position { get => Count; set => throw new NotSupportedException(); }

        public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

        public override void Write(ReadOnlySpan<byte> buffer)
        {
            hash.AppendData(buffer);
            try
            {
                file.Write(buffer);
            }
            catch (ArgumentOutOfRangeException limit)
            {
                // What the runtime makes of EFBIG: the system lets no file grow so long.
                throw new IOException(limit.Message, limit);
            }

            Count += buffer.Length;
        }

        public override void Flush() => file.Flush();
        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();
        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();
        public override void SetLength(long value) => throw new NotSupportedException();
    }
}
