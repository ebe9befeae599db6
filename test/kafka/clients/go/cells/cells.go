// Package cells reads one cell of the table a line, JSON in and JSON out. Each client's program says how it produces and
// consumes.
package cells

import (
	"bufio"
	"crypto/tls"
	"crypto/x509"
	"encoding/json"
	"fmt"
	"os"
)

type Cell struct {
	Bootstrap, CA, Mechanism, Username, Password, Keytab, Token, Topic, Group string
	Extensions                                                                map[string]string
	Count                                                                     int
}

type answer struct {
	OK       bool   `json:"ok"`
	Consumed int    `json:"consumed"`
	Error    string `json:"error,omitempty"`
}

func Serve(client func(Cell) (int, error)) {
	lines := bufio.NewScanner(os.Stdin)
	lines.Buffer(nil, 1<<20)
	for lines.Scan() {
		var cell Cell
		consumed, err := 0, json.Unmarshal(lines.Bytes(), &cell)
		if err == nil {
			consumed, err = client(cell)
		}
		out := answer{OK: err == nil, Consumed: consumed}
		if err != nil {
			out.Error = err.Error()
		}
		text, _ := json.Marshal(out)
		fmt.Println(string(text))
	}
}

func (c Cell) TLS() (*tls.Config, error) {
	pem, err := os.ReadFile(c.CA)
	if err != nil {
		return nil, err
	}
	pool := x509.NewCertPool()
	pool.AppendCertsFromPEM(pem)
	return &tls.Config{RootCAs: pool, ServerName: "localhost"}, nil
}
